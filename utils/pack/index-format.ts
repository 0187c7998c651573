import { NORMALISER_VERSION } from '../match/fold.ts';
import { hashWord } from '../match/hash.ts';
import { firstAtLeast } from '../match/sorted.ts';
import type { Subject } from './index-input.ts';

/**
 * The index file. One compiled pack, read by views and never parsed as a whole.
 *
 *     offset  0  "PLXI"
 *             4  format version (u32)
 *             8  normaliser version (u32)
 *            12  length of the file in bytes (u32)
 *            16  number of sections (u32)
 *            20  check sum: FNV-1a over the words of everything after the header, in four lanes (u32)
 *            24  for each section: byte offset (u32), number of elements (u32)
 *
 * Sections follow in the order of `SECTIONS`, each aligned to eight bytes, little-endian. Texts lie in
 * one blob of UTF-8 and are decoded one by one when asked for.
 */
const INDEX_FORMAT_VERSION = 8;

const MAGIC = 0x49584c50; // "PLXI" read as a little-endian word
const HEADER = 24;
/** Larger than any index, and small enough to be had. */
const MOST_BYTES = 0x2000_0000;

/** Sections by name with their element type; order is part of the format. */
const SECTIONS = {
  /** JSON: pack, subject. */
  meta: Uint8Array,
  stringOffsets: Uint32Array,
  stringBytes: Uint8Array,
  /** Names of the subject's parties: stems of their words, and whom each stands for (see parties.ts). */
  nameStart: Uint32Array,
  nameStem: Uint32Array,
  nameBits: Uint8Array,
  /** Items: string number of the id, kind, topics (string numbers). */
  itemId: Uint32Array,
  itemKind: Uint8Array,
  topicStart: Uint32Array,
  topicName: Uint32Array,
  /** Lexicon: term hash → row; rows hold weight (0 to 10) and the start of their postings. */
  lexiconKeys: Uint32Array,
  lexiconValues: Uint32Array,
  lexiconWeight: Float32Array,
  lexiconSurprise: Uint8Array,
  /** In how many topics and items a term is used; which items, unless they are more than `MOST_ITEMS`. */
  lexiconTopics: Uint16Array,
  lexiconItems: Uint32Array,
  termItemStart: Uint32Array,
  termItem: Uint32Array,
  /** The same by item, of all terms: rows in ascending order (see wide.ts), with how many of its wordings have each. */
  itemTermStart: Uint32Array,
  itemTerm: Uint16Array,
  itemTermHigh: Uint8Array,
  itemTermCount: Uint8Array,
  /** Groups of items with the same topics, and how strongly each term speaks for each (see train-topics.ts). */
  itemGroup: Uint16Array,
  groupBias: Float32Array,
  termGroupStart: Uint32Array,
  termGroup: Uint16Array,
  termGroupWeight: Uint8Array,
  postingStart: Uint32Array,
  postingWording: Uint32Array,
  /** Wordings and their tokens. */
  itemWordingStart: Uint32Array,
  wordingItem: Uint32Array,
  wordingLanguage: Uint8Array,
  wordingOrigin: Uint8Array,
  wordingOrdinal: Uint16Array,
  wordingMass: Float32Array,
  wordingStart: Uint32Array,
  /** Different words: hashes of stem and letters, kind, length in UTF-16 units. */
  wordStem: Uint32Array,
  wordExact: Uint32Array,
  wordKind: Uint8Array,
  wordLength: Uint16Array,
  /** Tokens: number of the word (see wide.ts), units since the token before (long gaps apart), `Before` bits. */
  tokenWord: Uint16Array,
  tokenWordHigh: Uint8Array,
  tokenGap: Uint8Array,
  tokenBefore: Uint8Array,
  farToken: Uint32Array,
  farGap: Uint16Array,
  /** Figures of each wording, multipliers applied; years apart. */
  figureStart: Uint32Array,
  figureValue: Float64Array,
  figureIsYear: Uint8Array,
  /** Of a number slot the unit, counted from 1 in `FIGURE_UNITS`, and 0 of a number that is as it is; the token. */
  figureSlot: Uint8Array,
  figureToken: Uint16Array,
  /** Shingles, by bucket of their hash: the tokens at which they begin, with a tag (see compile-shingles.ts). */
  shingleBucket: Uint32Array,
  shinglePlace: Uint32Array,
  /** Cues: elements of all sequences, and for each sequence its item, flags and place of the anchor. */
  cueItem: Uint32Array,
  cueFlags: Uint8Array,
  cueStart: Uint32Array,
  cueAnchor: Uint8Array,
  cueElementKind: Uint8Array,
  cueElementValue: Uint32Array,
  /** Choices: an element of that kind names a row of options; an option is a run of stems. */
  choiceStart: Uint32Array,
  optionStart: Uint32Array,
  optionHash: Uint32Array,
  /** Bits of a filter of the words with which an anchor begins. */
  cueFirstWords: Uint8Array,
  anchorKeys: Uint32Array,
  anchorValues: Uint32Array,
  anchorStart: Uint32Array,
  anchorCue: Uint32Array,
  /** Entries for the card: hashes of their ids in ascending order, and the string numbers of their JSON. */
  entryKeys: Uint32Array,
  entryValues: Uint32Array,
} as const;

type SectionName = keyof typeof SECTIONS;
type SectionArray = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

/** The sections as typed arrays. */
export type IndexSections = {
  readonly [Name in SectionName]: ArrayOf<(typeof SECTIONS)[Name]>;
};

type ArrayOf<Constructor> = Constructor extends Uint8ArrayConstructor
  ? Uint8Array
  : Constructor extends Uint16ArrayConstructor
    ? Uint16Array
    : Constructor extends Float32ArrayConstructor
      ? Float32Array
      : Constructor extends Float64ArrayConstructor
        ? Float64Array
        : Uint32Array;

/** What the index says of its pack. */
export interface IndexMeta {
  readonly pack: {
    readonly id: string;
    readonly name: string;
    readonly version: string;
    readonly date: string;
  };
  readonly subject: Subject;
}

/** An open index. It owns no copy: it reads from the buffer it was opened on. */
export interface PackIndex {
  readonly meta: IndexMeta;
  readonly sections: IndexSections;
  /** Text number `at` of the blob. */
  string(at: number): string;
  /** The JSON value kept under an id, freshly parsed, or null. */
  entry(id: string): unknown;
}

/** A file that is not an index, or not one that this version reads. */
export class IndexFormatError extends Error {
  override readonly name = 'IndexFormatError';
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

const NAMES = Object.keys(SECTIONS) as SectionName[];
const REBUILD = 'Build the index again from the pack with this version of Parallax.';

/** Lays the sections out in one file. */
export function encodeIndex(sections: IndexSections): Uint8Array {
  const directory = HEADER + NAMES.length * 8;
  let length = align(directory);
  const places = NAMES.map((name) => {
    const place = length;
    length = align(length + sections[name].byteLength);
    return place;
  });
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  NAMES.forEach((name, at) => {
    const section: SectionArray = sections[name];
    view.setUint32(HEADER + at * 8, places[at] ?? 0, true);
    view.setUint32(HEADER + at * 8 + 4, section.length, true);
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), places[at]);
  });
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, INDEX_FORMAT_VERSION, true);
  view.setUint32(8, NORMALISER_VERSION, true);
  view.setUint32(12, length, true);
  view.setUint32(16, NAMES.length, true);
  view.setUint32(20, checkSum(bytes), true);
  return bytes;
}

/**
 * Opens an index file. Throws `IndexFormatError`, with a remedy, for a file that is truncated, damaged,
 * foreign, or of another format or normaliser version.
 */
export function openIndex(buffer: ArrayBufferLike): PackIndex {
  if (buffer.byteLength < HEADER)
    throw new IndexFormatError(`The index file has only ${buffer.byteLength} bytes.`, REBUILD);
  const view = new DataView(buffer);
  const bytes = new Uint8Array(buffer);
  if (view.getUint32(0, true) !== MAGIC)
    throw new IndexFormatError(
      'The file is not a Parallax index: it does not begin with "PLXI".',
      'Choose a file that Parallax has built.',
    );
  expectVersion('format', view.getUint32(4, true), INDEX_FORMAT_VERSION);
  expectVersion('normaliser', view.getUint32(8, true), NORMALISER_VERSION);
  const length = view.getUint32(12, true);
  if (length !== buffer.byteLength)
    throw new IndexFormatError(
      `The index file is cut short or too long: ${buffer.byteLength} bytes, ${length} expected.`,
      REBUILD,
    );
  if (view.getUint32(16, true) !== NAMES.length || view.getUint32(20, true) !== checkSum(bytes))
    throw new IndexFormatError('The index file is damaged: its check sum does not fit.', REBUILD);
  return viewOf(readSections(buffer, view));
}

/** Bytes of the header, without which a file is no index. */
export const SHORTEST_INDEX = HEADER;

/** Bytes that an index file should have, by its header; 0 where `head` is not the beginning of one. */
export function lengthOf(head: ArrayBufferLike): number {
  if (head.byteLength < HEADER) return 0;
  const view = new DataView(head);
  const length = view.getUint32(12, true);
  return view.getUint32(0, true) === MAGIC && length <= MOST_BYTES ? length : 0;
}

function readSections(buffer: ArrayBufferLike, view: DataView): IndexSections {
  // A copy of an object that has all fields, not one to which they are added one by one: with so many of them
  // a browser would look up each by its name whenever it is read.
  const sections: Record<SectionName, unknown> = { ...SECTIONS };
  NAMES.forEach((name, at) => {
    const offset = view.getUint32(HEADER + at * 8, true);
    const count = view.getUint32(HEADER + at * 8 + 4, true);
    const type = SECTIONS[name];
    if (offset % 8 !== 0 || offset + count * type.BYTES_PER_ELEMENT > buffer.byteLength)
      throw new IndexFormatError(`Section "${name}" of the index lies outside the file.`, REBUILD);
    sections[name] = new type(buffer as ArrayBuffer, offset, count);
  });
  return sections as IndexSections;
}

function viewOf(sections: IndexSections): PackIndex {
  const decoder = new TextDecoder();
  const { stringOffsets, stringBytes } = sections;
  const string = (at: number): string =>
    decoder.decode(stringBytes.subarray(stringOffsets[at], stringOffsets[at + 1]));
  const { entryKeys, entryValues } = sections;
  return {
    meta: JSON.parse(decoder.decode(sections.meta)) as IndexMeta,
    sections,
    string,
    entry(id) {
      const hash = hashWord(id);
      const at = firstAtLeast(entryKeys, 0, entryKeys.length, hash);
      return entryKeys[at] === hash ? (JSON.parse(string(entryValues[at] ?? 0)) as unknown) : null;
    },
  };
}

function expectVersion(what: string, found: number, expected: number): void {
  if (found !== expected)
    throw new IndexFormatError(
      `The index has ${what} version ${found}; this version of Parallax reads ${expected}.`,
      REBUILD,
    );
}

function align(offset: number): number {
  return (offset + 7) & ~7;
}

/** Four sums side by side, since a processor would have to wait for a single one at every word. */
function checkSum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2);
  let [a, b, c, d] = [0x811c9dc5, 0x811c9dc5, 0x811c9dc5, 0x811c9dc5];
  for (let at = HEADER / 4; at < words.length; at += 4) {
    a = Math.imul(a ^ (words[at] ?? 0), FNV_PRIME);
    b = Math.imul(b ^ (words[at + 1] ?? 0), FNV_PRIME);
    c = Math.imul(c ^ (words[at + 2] ?? 0), FNV_PRIME);
    d = Math.imul(d ^ (words[at + 3] ?? 0), FNV_PRIME);
  }
  return [b, c, d].reduce((sum, lane) => Math.imul(sum ^ lane, FNV_PRIME), a) >>> 0;
}

const FNV_PRIME = 0x01000193;
