import { loadBackground } from '../../scripts/packs/background-lists.ts';
import { CUE_FEATURES } from '../../utils/match/cue-features.ts';
import { createEngine, type Engine } from '../../utils/match/engine.ts';
import { FEATURES, RETELLING_FEATURES } from '../../utils/match/features.ts';
import type { ScoreModel } from '../../utils/match/score.ts';
import { createTokenizer, TokenKind, type Tokens } from '../../utils/match/tokenize.ts';
import type { Language, Match, Span } from '../../utils/match/types.ts';
import { compileIndex } from '../../utils/pack/compile.ts';
import { openIndex, type PackIndex } from '../../utils/pack/index-format.ts';
import type { IndexCue, IndexInput, IndexItem } from '../../utils/pack/index-input.ts';

export const tokenize = createTokenizer();
export const background = loadBackground(tokenize);

/** The words of a text as the tokenizer cuts them. */
export function wordsOf(text: string): string[] {
  const tokens = tokenize(text);
  return Array.from({ length: tokens.count }, (_, at) =>
    text.slice(tokens.start[at], tokens.end[at]),
  );
}

/** Names of the kinds of all tokens. */
export function kindsOf(tokens: Tokens): string[] {
  const names = new Map<number, string>(
    Object.entries(TokenKind).map(([name, kind]) => [kind, name]),
  );
  return [...tokens.kind].map((kind) => names.get(kind) ?? 'none');
}

/** An invented subject: two parties, and a third that may be paired with one of them. */
export const SUBJECT: IndexInput['subject'] = {
  parties: [
    {
      id: 'north',
      names: {
        en: ['Northland', 'Kingdom of Northland'],
        zh: ['北国'],
        ru: ['Северия', 'Северией'],
      },
    },
    { id: 'south', names: { en: ['Southland'], zh: ['南国'], ru: ['Южания'] } },
  ],
  others: [{ id: 'east', names: { en: ['Eastland'], zh: ['东国'], ru: ['Востокия'] } }],
};

/** An item with what is usual left out. */
export function item(part: Partial<IndexItem> & Pick<IndexItem, 'id'>): IndexItem {
  return { kind: 'clause', topics: ['openness'], wordings: [], cues: [], avoid: [], ...part };
}

/** Cue patterns of one language that are not general. */
export function cues(language: Language, ...patterns: string[]): IndexCue[] {
  return patterns.map((pattern) => ({ language, pattern, general: false }));
}

/** The input of an index about `SUBJECT`. */
export function inputOf(...items: IndexItem[]): IndexInput {
  return {
    pack: { id: 'small', name: 'Small pack', version: '1.0.0', date: '2020-01-02' },
    subject: SUBJECT,
    items,
    entries: new Map(items.map(({ id }) => [id, { id, title: `Title of ${id}` }])),
  };
}

export function compile(input: IndexInput): Uint8Array {
  return compileIndex(input, { tokenize, background });
}

export function indexOf(...items: IndexItem[]): PackIndex {
  return openIndex(compile(inputOf(...items)).buffer);
}

/** A model that takes whatever the stages before it hand over, retellings apart. */
export const TAKE_ALL: ScoreModel = {
  wordings: { weights: zero(FEATURES), bias: 3 },
  retellings: { weights: zero(RETELLING_FEATURES), bias: -3 },
  cues: { weights: zero(CUE_FEATURES), bias: 3 },
  items: {},
  thresholds: {
    quotations: { wordings: 0, retellings: 0.5, cues: 0, knownCues: 0 },
    balanced: { wordings: 0, retellings: 0.5, cues: 0, knownCues: 0 },
    broad: { wordings: 0, retellings: 0.5, cues: 0, knownCues: 0 },
  },
};

function zero<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}

/** An engine on a few items that takes whatever its stages find. */
export function engineOf(...items: IndexItem[]): Engine {
  return createEngine(indexOf(...items), TAKE_ALL);
}

/** The words of a text that a match covers. */
export function covered(text: string, match: Span): string {
  return text.slice(match.start, match.end);
}

/** Item and words of each match. */
export function told(text: string, matches: readonly Match[]): [string, string][] {
  return matches.map((match) => [match.item, covered(text, match)]);
}

/** Shared length over joint length of two spans. */
export function iou(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
