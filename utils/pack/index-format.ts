import { NORMALISER_VERSION } from '../match/fold.ts';
import { hashWord } from '../match/hash.ts';
import { firstAtLeast } from '../match/sorted.ts';
import { CheckSum } from './check-sum.ts';
import type { Subject } from './index-input.ts';
import { arrayOfBytes, narrowestFor, type WholeNumbers } from './whole-numbers.ts';

/**
 * The index file. One compiled pack, read by views and never parsed as a whole.
 *
 *     offset  0  "PLXI"
 *             4  format version (u32)
 *             8  normaliser version (u32)
 *            12  length of the file in bytes (u32)
 *            16  number of sections (u32)
 *            20  check sum: of everything after the header, FNV-1a in four lanes (u32; see check-sum.ts)
 *            24  for each section: byte offset, number of elements, bytes of an element (u32 each)
 *
 * Sections follow in the order of `SECTIONS`, each aligned to eight bytes, little-endian. Texts lie in
 * one blob of UTF-8 and are decoded one by one when asked for.
 *
 * Lists of lists stand as two sections: list r of `list` is `list[start[r]] … list[start[r + 1])`. Rows of
 * the lexicon are numbered with the words of wordings first, then those of cues, then the background's; what
 * is kept by row ends behind the last row that has any, and rows beyond have none.
 */
const INDEX_FORMAT_VERSION = 9;

const MAGIC = 0x49584c50; // "PLXI" read as a little-endian word
const HEADER = 24;
const DIRECTORY_ENTRY = 12;
/** Larger than any index, and small enough to be had. */
const MOST_BYTES = 0x2000_0000;

/** Whole numbers of one, two or four bytes, as the file says: those of a large pack need more. */
const WHOLE = 'whole';

/** Sections by name with their element type; order is part of the format. */
const SECTIONS = {
  /** JSON: pack, subject. */
  meta: Uint8Array,
  stringOffsets: WHOLE,
  stringBytes: Uint8Array,
  /** Names of the subject's parties: stems of their words, and whom each stands for (see parties.ts). */
  nameStart: WHOLE,
  nameStem: Uint32Array,
  nameBits: Uint8Array,
  /** Items: string number of the id, kind, topics (string numbers). */
  itemId: WHOLE,
  itemKind: Uint8Array,
  topicStart: WHOLE,
  topicName: WHOLE,
  /** Lexicon: term hash → row; rows hold weight (0 to 10) and the start of their postings. */
  lexiconBucket: WHOLE,
  lexiconKeys: Uint32Array,
  lexiconValues: WHOLE,
  lexiconWeight: Float32Array,
  lexiconSurprise: Uint8Array,
  /** In how many topics and items a term is used; which items, unless they are more than `MOST_ITEMS`. */
  lexiconTopics: WHOLE,
  lexiconItems: WHOLE,
  termItemStart: WHOLE,
  termItem: WHOLE,
  /** The same by item, of all terms: rows in ascending order, with how many of its wordings have each. */
  itemTermStart: WHOLE,
  itemTerm: WHOLE,
  itemTermCount: Uint8Array,
  /** Groups of items with the same topics, and how strongly each term speaks for each (see train-topics.ts). */
  itemGroup: WHOLE,
  groupBias: Float32Array,
  termGroupStart: WHOLE,
  termGroup: WHOLE,
  termGroupWeight: Uint8Array,
  postingStart: WHOLE,
  postingWording: WHOLE,
  /** Wordings and their tokens. */
  itemWordingStart: WHOLE,
  wordingItem: WHOLE,
  wordingLanguage: Uint8Array,
  wordingOrigin: Uint8Array,
  wordingOrdinal: WHOLE,
  wordingMass: Float32Array,
  wordingStart: WHOLE,
  /** Different words: hashes of stem and letters, kind, length in UTF-16 units. */
  wordStem: Uint32Array,
  wordExact: Uint32Array,
  wordKind: Uint8Array,
  wordLength: WHOLE,
  /** Different things that stand before a token: units since the token before (or the start), `Before` bits. */
  beforeGap: WHOLE,
  beforeBits: Uint8Array,
  /** Tokens: number of the word, number of what stands before. */
  tokenWord: WHOLE,
  tokenBefore: WHOLE,
  /** Figures of each wording, multipliers applied; years apart. */
  figureStart: WHOLE,
  figureValue: Float64Array,
  figureIsYear: Uint8Array,
  /** Of a number slot the unit, counted from 1 in `FIGURE_UNITS`, and 0 of a number that is as it is; the token. */
  figureSlot: Uint8Array,
  figureToken: WHOLE,
  /** Shingles, by bucket of their hash: the tokens at which they begin, with a tag (see compile-shingles.ts). */
  shingleBucket: WHOLE,
  shinglePlace: Uint32Array,
  /** Cues: elements of all sequences, and for each sequence its item, flags and place of the anchor. */
  cueItem: WHOLE,
  cueFlags: Uint8Array,
  cueStart: WHOLE,
  cueAnchor: Uint8Array,
  cueElementKind: Uint8Array,
  cueElementValue: Uint32Array,
  /** Choices: an element of that kind names a list of options; an option is a run of stems. */
  choiceStart: WHOLE,
  choiceOption: WHOLE,
  optionStart: WHOLE,
  optionHash: Uint32Array,
  /** Bits of a filter of the words with which an anchor begins. */
  cueFirstWords: Uint8Array,
  anchorBucket: WHOLE,
  anchorKeys: Uint32Array,
  anchorValues: WHOLE,
  anchorStart: WHOLE,
  anchorCue: WHOLE,
  /** Entries for the card: hashes of their ids in ascending order, and the string numbers of their JSON. */
  entryKeys: Uint32Array,
  entryValues: WHOLE,
} as const;

type SectionName = keyof typeof SECTIONS;
type SectionArray = WholeNumbers | Float32Array | Float64Array;

/** The sections as typed arrays. */
export type IndexSections = {
  readonly [Name in SectionName]: ArrayOf<(typeof SECTIONS)[Name]>;
};

type ArrayOf<Type> = Type extends typeof WHOLE
  ? WholeNumbers
  : Type extends Uint8ArrayConstructor
    ? Uint8Array
    : Type extends Float32ArrayConstructor
      ? Float32Array
      : Type extends Float64ArrayConstructor
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
  let length = align(HEADER + NAMES.length * DIRECTORY_ENTRY);
  const places = NAMES.map((name) => {
    const section: SectionArray = sections[name];
    const type = SECTIONS[name] === WHOLE ? narrowestFor(sections[name]) : SECTIONS[name];
    const place = { section, type, offset: length };
    length = align(length + section.length * type.BYTES_PER_ELEMENT);
    return place;
  });
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  places.forEach(({ section, type, offset }, at) => {
    const entry = HEADER + at * DIRECTORY_ENTRY;
    view.setUint32(entry, offset, true);
    view.setUint32(entry + 4, section.length, true);
    view.setUint32(entry + 8, type.BYTES_PER_ELEMENT, true);
    new type(bytes.buffer, offset, section.length).set(section);
  });
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, INDEX_FORMAT_VERSION, true);
  view.setUint32(8, NORMALISER_VERSION, true);
  view.setUint32(12, length, true);
  view.setUint32(16, NAMES.length, true);
  view.setUint32(20, new CheckSum(HEADER).finish(bytes.buffer), true);
  return bytes;
}

/**
 * Opens an index file. Throws `IndexFormatError`, with a remedy, for a file that is truncated, damaged,
 * foreign, or of another format or normaliser version. `sum` is the check sum of as much of the file as was
 * summed while it came; whatever it has not summed is summed here.
 */
export function openIndex(buffer: ArrayBufferLike, sum = new CheckSum(HEADER)): PackIndex {
  if (buffer.byteLength < HEADER)
    throw new IndexFormatError(`The index file has only ${buffer.byteLength} bytes.`, REBUILD);
  const view = new DataView(buffer);
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
  if (view.getUint32(16, true) !== NAMES.length || view.getUint32(20, true) !== sum.finish(buffer))
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
    const entry = HEADER + at * DIRECTORY_ENTRY;
    const offset = view.getUint32(entry, true);
    const count = view.getUint32(entry + 4, true);
    const width = view.getUint32(entry + 8, true);
    const type = SECTIONS[name] === WHOLE ? arrayOfBytes(width) : SECTIONS[name];
    if (type?.BYTES_PER_ELEMENT !== width)
      throw new IndexFormatError(
        `Section "${name}" of the index has ${width} bytes an element.`,
        REBUILD,
      );
    if (offset % 8 !== 0 || offset + count * width > buffer.byteLength)
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
