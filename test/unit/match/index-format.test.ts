import { describe, expect, it } from 'vitest';
import { CheckSum } from '../../../utils/pack/check-sum.ts';
import {
  encodeIndex,
  IndexFormatError,
  openIndex,
  SHORTEST_INDEX,
} from '../../../utils/pack/index-format.ts';
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

/** The same, with a check sum that fits. */
function forged(change: (view: DataView) => void): ArrayBuffer {
  return changed((view) => {
    change(view);
    view.setUint32(20, new CheckSum(SHORTEST_INDEX).finish(view.buffer), true);
  });
}

function problem(buffer: ArrayBuffer, sum?: CheckSum): IndexFormatError {
  try {
    openIndex(buffer, sum);
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

  it.each([
    [0xff, 1],
    [0x100, 2],
    [0xffff, 2],
    [0x10000, 4],
    [0xffffffff, 4],
  ])('2.10 keeps whole numbers up to %i in %i bytes each', (most, bytes) => {
    const { sections } = openIndex(BYTES.slice().buffer);
    const numbers = Uint32Array.of(most, 0, most - 1);
    const { wordingItem } = openIndex(
      encodeIndex({ ...sections, wordingItem: numbers }).slice().buffer,
    ).sections;
    expect([...wordingItem]).toEqual([...numbers]);
    expect(wordingItem.BYTES_PER_ELEMENT).toBe(bytes);
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
    [
      'a section of elements of three bytes',
      forged((view) => view.setUint32(SHORTEST_INDEX + 12 + 8, 3, true)),
      /"stringOffsets" .* 3 bytes an element/,
      /Build the index again/,
    ],
    [
      'a section of texts in wide letters',
      forged((view) => view.setUint32(SHORTEST_INDEX + 8, 2, true)),
      /"meta" .* 2 bytes an element/,
      /Build the index again/,
    ],
    [
      'a section that ends behind the file',
      forged((view) => view.setUint32(SHORTEST_INDEX + 4, BYTES.length, true)),
      /"meta" .* outside the file/,
      /Build the index again/,
    ],
  ])('2.10 refuses %s, says what is wrong and what to do', (_, buffer, what, remedy) => {
    const { name, message, remedy: advice } = problem(buffer);
    expect(name).toBe('IndexFormatError');
    expect(message).toMatch(what);
    expect(advice).toMatch(remedy);
  });

  it('2.10 takes a sum of what came so far, and checks the rest', () => {
    const whole = BYTES.slice().buffer;
    for (const to of [SHORTEST_INDEX, 4_097, BYTES.length]) {
      const sum = new CheckSum(SHORTEST_INDEX);
      sum.add(whole, to);
      expect(openIndex(whole, sum).meta.pack.id).toBe('small');
    }
    const begun = new CheckSum(SHORTEST_INDEX);
    begun.add(whole, 4_097);
    const damaged = changed((view) => view.setUint8(BYTES.length - 9, 0xa5));
    expect(problem(damaged, begun).message).toMatch(/damaged/);
  });

  it('2.10 refuses a file with the sum of another one', () => {
    const other = compile(inputOf(item({ id: 'ferry' }))).slice().buffer;
    const sum = new CheckSum(SHORTEST_INDEX);
    sum.add(other, other.byteLength);
    expect(problem(BYTES.slice().buffer, sum).message).toMatch(/damaged/);
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
