import type { Background } from '../match/background.ts';
import { KINDS, LANGUAGES, ORIGINS } from '../match/constants.ts';
import { cueStartsOf } from '../match/cue-starts.ts';
import { FIGURE_UNITS } from '../match/figure-units.ts';
import { hashWord } from '../match/hash.ts';
import { ABSENT, lookUp } from '../match/hash-table.ts';
import { quantitiesOf } from '../match/numbers.ts';
import { type PartyNames, partyNamesOf } from '../match/parties.ts';
import { termsOf } from '../match/terms.ts';
import { TokenKind, type Tokens } from '../match/tokenize.ts';
import { topicalShareOf } from '../match/topic-chances.ts';
import { compileCues } from './compile-cues.ts';
import { compileLexicon, type Lexicon } from './compile-lexicon.ts';
import { compileShingles } from './compile-shingles.ts';
import { compileTokens } from './compile-tokens.ts';
import { compileVocabulary } from './compile-vocabulary.ts';
import { encodeIndex, type IndexSections } from './index-format.ts';
import type { IndexInput, IndexItem, IndexWording } from './index-input.ts';
import { startsOf } from './postings.ts';
import { StringBlob } from './string-blob.ts';
import { topicExamplesOf } from './topic-examples.ts';
import { isTooLarge, noWeights, trainTopics } from './train-topics.ts';

/** Longest text of a wording, in UTF-16 units: positions in it are kept in 16 bits. */
export const LONGEST_WORDING = 0xffff;

export interface CompileTools {
  readonly tokenize: (text: string) => Tokens;
  readonly background: Background;
}

/**
 * Compiles a checked pack to the bytes of its index file (see index-format.ts). Runs in Node and in a
 * browser. Throws `CuePatternError` for a cue that cannot be used and `RangeError` for a text that is
 * too long; everything else was checked before.
 */
export function compileIndex(input: IndexInput, tools: CompileTools): Uint8Array {
  const strings = new StringBlob();
  const wordings = tokenizeWordings(input.items, tools.tokenize);
  const itemCount = input.items.length;
  const expected = new Set(
    input.subject.parties.flatMap((party) =>
      Object.values(party.names)
        .flat()
        .flatMap((name) => [...termsOf(tools.tokenize(name))]),
    ),
  );
  const surpriseOf = surpriseWithPairs(wordings.tokens, wordings.terms, tools.background);
  const lexicon = compileLexicon(
    wordings.terms,
    wordings.item,
    itemCount,
    tools.background,
    surpriseOf,
    expected,
    wordsOfCues(input.items, tools.tokenize),
  );
  const tokens = compileTokens(wordings.tokens);
  const shingles = compileShingles(
    tokens.stem,
    tokens.sections.wordingStart,
    (wording) => ORIGINS[wordings.origin[wording] ?? 0] !== 'ours',
  );
  const weightOf = (term: number): number => {
    const row = lookUp(lexicon.table, term);
    return row === ABSENT ? surpriseOf(term) * 10 : (lexicon.weight[row] ?? 0);
  };
  const cues = compileCues(input.items, input.subject, tools.tokenize, weightOf);
  const itemId = Uint32Array.from(input.items, (item) => strings.add(item.id));
  const topics = input.items.map((item) => item.topics.map((topic) => strings.add(topic)));
  const vocabulary = compileVocabulary(
    lexicon.terms,
    wordings.item,
    input.items.map((item) => item.topics),
    lexicon.wordingRows,
  );
  const rowOf = (term: number): number => lookUp(lexicon.table, term);
  const topicsOf = input.items.map((item) => item.topics);
  const words = wordings.terms.reduce((sum, terms) => sum + terms.length, 0);
  const topicWeights = isTooLarge(topicsOf, words)
    ? noWeights()
    : trainTopics(
        topicExamplesOf(wordings, cues, rowOf),
        topicsOf,
        lexicon.weight.map(topicalShareOf),
      );
  const sequences = {
    cueStart: cues.start,
    cueAnchor: cues.anchor,
    cueElementKind: cues.elementKind,
    cueElementValue: cues.elementValue,
    choiceStart: cues.choiceStart,
    choiceOption: cues.choiceOption,
    optionStart: cues.optionStart,
    optionHash: cues.optionHash,
  };
  const entries = entriesOf(input.entries, strings);
  const blob = strings.finish();
  return encodeIndex({
    meta: new TextEncoder().encode(JSON.stringify({ pack: input.pack, subject: input.subject })),
    stringOffsets: blob.offsets,
    stringBytes: blob.bytes,
    ...namesOf(partyNamesOf(input.subject, tools.tokenize)),
    itemId,
    itemKind: Uint8Array.from(input.items, (item) => KINDS.indexOf(item.kind)),
    topicStart: startsOf(topics.map((list) => list.length)),
    topicName: Uint32Array.from(topics.flat()),
    lexiconBucket: lexicon.table.bucket,
    lexiconKeys: lexicon.table.keys,
    lexiconValues: lexicon.table.values,
    lexiconWeight: lexicon.weight,
    lexiconSurprise: lexicon.surprise,
    ...vocabulary,
    ...topicWeights,
    postingStart: lexicon.postingStart,
    postingWording: lexicon.postingWording,
    itemWordingStart: startsOf(input.items.map((item) => item.wordings.length)),
    wordingItem: wordings.item,
    wordingLanguage: wordings.language,
    wordingOrigin: wordings.origin,
    wordingOrdinal: wordings.ordinal,
    wordingMass: massOf(lexicon, wordings.tokens.length),
    ...tokens.sections,
    ...figuresOf(
      wordings.tokens,
      input.items.flatMap((item) => item.wordings),
    ),
    shingleBucket: shingles.bucket,
    shinglePlace: shingles.place,
    cueItem: cues.item,
    cueFlags: cues.flags,
    ...sequences,
    cueFirstWords: cueStartsOf(sequences).bits,
    anchorBucket: cues.anchorTable.bucket,
    anchorKeys: cues.anchorTable.keys,
    anchorValues: cues.anchorTable.values,
    anchorStart: cues.anchorStart,
    anchorCue: cues.anchorCue,
    ...entries,
  });
}

/** The words of all cue patterns, without regard to their signs. */
function wordsOfCues(
  items: readonly IndexItem[],
  tokenize: (text: string) => Tokens,
): ReadonlySet<number> {
  const words = new Set<number>();
  for (const { cues } of items)
    for (const { pattern } of cues) for (const stem of tokenize(pattern).stem) words.add(stem);
  return words;
}

/** The names of parties one after the other. */
function namesOf({
  byFirst,
}: PartyNames): Pick<IndexSections, 'nameStart' | 'nameStem' | 'nameBits'> {
  const names = [...byFirst.values()].flat();
  return {
    nameStart: startsOf(names.map(({ stems }) => stems.length)),
    nameStem: Uint32Array.from(names.flatMap(({ stems }) => stems)),
    nameBits: Uint8Array.from(names, ({ bits }) => bits),
  };
}

/** The entries by the hash of their id, in ascending order; of equal hashes the last one stands. */
function entriesOf(
  all: IndexInput['entries'],
  strings: StringBlob,
): Pick<IndexSections, 'entryKeys' | 'entryValues'> {
  const values = new Map<number, number>();
  for (const [id, value] of all) values.set(hashWord(id), strings.append(JSON.stringify(value)));
  const entryKeys = Uint32Array.from(values.keys()).sort();
  return { entryKeys, entryValues: entryKeys.map((key) => values.get(key) ?? 0) };
}

/** The background's surprise, with that of every pair of Chinese characters that the wordings have. */
function surpriseWithPairs(
  all: readonly Tokens[],
  termsOfWording: readonly Uint32Array[],
  background: Background,
): (term: number) => number {
  const pairs = new Map<number, number>();
  all.forEach(({ count, kind, stem }, wording) => {
    const terms = termsOfWording[wording];
    for (let at = 0; at + 1 < count; at++) {
      const term = terms?.[at] ?? 0;
      const own = stem[at] ?? 0;
      if (kind[at] !== TokenKind.han || term === own || pairs.has(term)) continue;
      pairs.set(term, background.surpriseOfPair(own, stem[at + 1] ?? 0));
    }
  });
  return (term) => pairs.get(term) ?? background.surpriseOf(term);
}

interface TokenizedWordings {
  readonly tokens: readonly Tokens[];
  readonly terms: readonly Uint32Array[];
  readonly item: Uint32Array;
  readonly language: Uint8Array;
  readonly origin: Uint8Array;
  readonly ordinal: Uint16Array;
}

function tokenizeWordings(
  items: readonly IndexItem[],
  tokenize: (text: string) => Tokens,
): TokenizedWordings {
  const tokens: Tokens[] = [];
  const columns: { item: number[]; language: number[]; origin: number[]; ordinal: number[] } = {
    item: [],
    language: [],
    origin: [],
    ordinal: [],
  };
  items.forEach((item, number) => {
    const seen = [0, 0, 0];
    for (const wording of item.wordings) {
      if (wording.text.length > LONGEST_WORDING)
        throw new RangeError(
          `${item.id}: a wording has ${wording.text.length} characters; ${LONGEST_WORDING} is the most: split it`,
        );
      const language = LANGUAGES.indexOf(wording.language);
      tokens.push(tokenize(wording.text));
      columns.item.push(number);
      columns.language.push(language);
      columns.origin.push(ORIGINS.indexOf(wording.origin));
      columns.ordinal.push(seen[language] ?? 0);
      seen[language] = (seen[language] ?? 0) + 1;
    }
  });
  return {
    tokens,
    terms: tokens.map(termsOf),
    item: Uint32Array.from(columns.item),
    language: Uint8Array.from(columns.language),
    origin: Uint8Array.from(columns.origin),
    ordinal: Uint16Array.from(columns.ordinal),
  };
}

/** Sum of the weights of the different terms of each wording. */
function massOf({ terms, weight }: Lexicon, wordingCount: number): Float32Array {
  const mass = new Float64Array(wordingCount);
  for (let at = 0; at < terms.rows.length; at++) {
    const wording = terms.wordings[at] ?? 0;
    mass[wording] = (mass[wording] ?? 0) + (weight[terms.rows[at] ?? 0] ?? 0);
  }
  return Float32Array.from(mass);
}

/** The quantities of each wording, laid out one wording after the other, with its number slots. */
function figuresOf(
  all: readonly Tokens[],
  wordings: readonly IndexWording[],
): Pick<
  IndexSections,
  'figureStart' | 'figureValue' | 'figureIsYear' | 'figureSlot' | 'figureToken'
> {
  const lists = all.map((tokens, wording) =>
    quantitiesOf(tokens).map((quantity) => {
      const start = tokens.start[quantity.from];
      const unit = wordings[wording]?.slots?.find((slot) => slot.start === start)?.unit;
      return { ...quantity, slot: unit === undefined ? 0 : 1 + FIGURE_UNITS.indexOf(unit) };
    }),
  );
  const flat = lists.flat();
  return {
    figureStart: startsOf(lists.map((list) => list.length)),
    figureValue: Float64Array.from(flat, ({ value }) => value),
    figureIsYear: Uint8Array.from(flat, ({ isYear, slot }) => (isYear && slot === 0 ? 1 : 0)),
    figureSlot: Uint8Array.from(flat, ({ slot }) => slot),
    figureToken: Uint16Array.from(flat, ({ from }) => from),
  };
}
