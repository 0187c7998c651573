import { describe, expect, it } from 'vitest';
import { IndexFormatError, openIndex } from '../../../utils/pack/index-format.ts';
import { listsOf } from '../../../utils/pack/postings.ts';
import { StringBlob } from '../../../utils/pack/string-blob.ts';
import { compile, cues, inputOf, item, SUBJECT } from '../../support/matching.ts';

const BYTES = compile(
  inputOf(
    item({
      id: 'bridge-open',
      topics: ['openness', 'trade'],
      wordings: [{ language: 'en', text: 'The bridge shall stay open to all', origin: 'original' }],
    }),
    item({ id: 'закрытый-мост', kind: 'framing', cues: cues('en', 'closed bridge') }),
  ),
);

/** A copy of the file with some of its bytes changed. */
function changed(change: (view: DataView) => void): ArrayBuffer {
  const copy = BYTES.slice();
  change(new DataView(copy.buffer));
  return copy.buffer;
}

function problem(buffer: ArrayBuffer): IndexFormatError {
  try {
    openIndex(buffer);
  } catch (error) {
    if (error instanceof IndexFormatError) return error;
    throw error;
  }
  throw new Error('the file was opened');
}

describe('the index file', () => {
  it('2.10 gives back what was put in', () => {
    const index = openIndex(BYTES.slice().buffer);
    expect(index.meta.pack).toEqual({
      id: 'small',
      name: 'Small pack',
      version: '1.0.0',
      date: '2020-01-02',
    });
    expect(index.meta.subject).toEqual(SUBJECT);
    const { sections } = index;
    expect([...sections.itemId].map((at) => index.string(at))).toEqual([
      'bridge-open',
      'закрытый-мост',
    ]);
    expect([...sections.topicName].map((at) => index.string(at))).toEqual([
      'openness',
      'trade',
      'openness',
    ]);
    expect([...sections.topicStart]).toEqual([0, 2, 3]);
    expect(sections.wordingStart.at(-1)).toBe(sections.tokenWord.length);
  });

  it('2.10 gives entries by id, each time a fresh value, and null for unknown ids', () => {
    const index = openIndex(BYTES.slice().buffer);
    const entry = index.entry('закрытый-мост');
    expect(entry).toEqual({ id: 'закрытый-мост', title: 'Title of закрытый-мост' });
    expect(index.entry('закрытый-мост')).not.toBe(entry);
    expect(index.entry('bridge')).toBeNull();
    expect(index.entry('')).toBeNull();
  });

  it.each<[string, ArrayBuffer, RegExp, RegExp]>([
    ['an empty file', new ArrayBuffer(0), /only 0 bytes/, /Build the index again/],
    ['a few bytes', BYTES.slice(0, 20).buffer, /only 20 bytes/, /Build the index again/],
    ['a file cut short', BYTES.slice(0, 4096).buffer, /cut short.*4096 bytes/, /Build the index/],
    ['a file with more behind it', BYTES.slice(0, -8).buffer, /cut short or too long/, /Build/],
    [
      'a foreign file',
      new TextEncoder().encode('{"pack": "small", "items": []}').buffer,
      /not a Parallax index/,
      /Choose a file that Parallax has built/,
    ],
    [
      'another format version',
      changed((view) => view.setUint32(4, 99, true)),
      /format version 99.*reads \d/,
      /Build the index again/,
    ],
    [
      'another normaliser',
      changed((view) => view.setUint32(8, 98, true)),
      /normaliser version 98.*reads \d/,
      /Build the index again/,
    ],
    [
      'another number of sections',
      changed((view) => view.setUint32(16, 3, true)),
      /damaged/,
      /Build the index again/,
    ],
    [
      'one changed byte at the end',
      changed((view) => view.setUint8(BYTES.length - 9, 0xa5)),
      /damaged/,
      /Build the index again/,
    ],
    [
      'one changed byte in the directory',
      changed((view) => view.setUint8(26, 0xa5)),
      /damaged/,
      /Build the index again/,
    ],
  ])('2.10 refuses %s, says what is wrong and what to do', (_, buffer, what, remedy) => {
    const { name, message, remedy: advice } = problem(buffer);
    expect(name).toBe('IndexFormatError');
    expect(message).toMatch(what);
    expect(advice).toMatch(remedy);
  });

  it('2.10 refuses the file after a change of any single byte', () => {
    for (let at = 0; at < BYTES.length; at += 19_997) {
      const damaged = changed((view) => view.setUint8(at, view.getUint8(at) ^ 0x10));
      expect(problem(damaged), `byte ${at}`).toBeInstanceOf(IndexFormatError);
    }
  });
});

describe('parts of the index', () => {
  it('2.10 lists keep the order of their pairs', () => {
    const { start, values, order } = listsOf([2, 0, 2, 0], [7, 8, 9, 6], 3);
    expect([...start]).toEqual([0, 2, 2, 4]);
    expect([...values]).toEqual([8, 6, 7, 9]);
    expect([...order]).toEqual([1, 3, 0, 2]);
  });

  it('2.10 equal texts share a number, offsets count bytes', () => {
    const blob = new StringBlob();
    expect(['мост', '', 'bridge', 'мост'].map((text) => blob.add(text))).toEqual([0, 1, 2, 0]);
    const { offsets, bytes } = blob.finish();
    expect([...offsets]).toEqual([0, 8, 8, 14]);
    expect(new TextDecoder().decode(bytes)).toBe('мостbridge');
  });
});
