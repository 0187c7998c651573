import type { IndexSections, PackIndex } from '../pack/index-format.ts';
import type { WholeNumbers } from '../pack/whole-numbers.ts';
import { balanceQuotes } from './balance-quotes.ts';
import type { Comparison } from './comparison.ts';
import { KINDS } from './constants.ts';
import { degreeOf } from './degree.ts';
import { evidenceOf, joinWords } from './evidence.ts';
import type { CueHit } from './find-cues.ts';
import { neatSpan } from './neat-span.ts';
import { type PageText, spanOf } from './page-text.ts';
import { ABBREVIATIONS, LONGEST_ABBREVIATION } from './sentence-end.ts';
import { TokenKind, type Tokens } from './tokenize.ts';
import type { Degree, ItemKind, Language, Match, Span } from './types.ts';
import type { WordingView } from './wording-view.ts';

/** The match that a comparison makes, with its degree and evidence. */
export function matchOfComparison(
  index: PackIndex,
  page: PageText,
  comparison: Comparison,
  score: number,
  view: WordingView,
): Match {
  const { sections } = index;
  const item = sections.wordingItem[comparison.wording] ?? 0;
  const { tokens } = page;
  const kind = kindOf(sections, item);
  const degree = degreeOf(comparison, view, tokens, sections, kind);
  const isTold = degree === 'translation' || degree === 'paraphrase';
  const span = isTold
    ? neatSpan(page, comparison.from, comparison.to)
    : spanOf(tokens, comparison.from, comparison.to);
  const evidence = evidenceOf(comparison, view, tokens, sections);
  return {
    ...identityOf(index, item),
    degree,
    score,
    ...balanceQuotes(tokens.text, withPoint(tokens.text, span)),
    evidence: { ...evidence, words: wordsUpTo(span.end, evidence.words) },
  };
}

/** The words that carried a match, as far as they are marked. */
function wordsUpTo(end: number, words: readonly Span[]): Span[] {
  return words
    .filter(({ start }) => start < end)
    .map((word) => ({ start: word.start, end: Math.min(word.end, end) }));
}

/** A span with the point of an abbreviation at its end: "etc." */
function withPoint(text: string, { start, end }: Span): Span {
  const [last] =
    /\p{L}+$/u.exec(text.slice(Math.max(start, end - LONGEST_ABBREVIATION - 1), end)) ?? [];
  const isAbbreviation = last !== undefined && ABBREVIATIONS.has(last.toLowerCase());
  return { start, end: isAbbreviation && text[end] === '.' ? end + 1 : end };
}

/** What a cue says of its item: part of a framing; a clause or claim it only tells again. */
const DEGREE_OF_CUE: Readonly<Record<ItemKind, Degree>> = {
  framing: 'partial',
  claim: 'paraphrase',
  clause: 'translation',
};

/** The match that a cue makes. Its words are ours, so a clause or claim is never quoted by it. */
export function matchOfCue(index: PackIndex, page: PageText, hit: CueHit, score: number): Match {
  const { tokens } = page;
  const identity = identityOf(index, hit.item);
  return {
    ...identity,
    degree: DEGREE_OF_CUE[identity.kind],
    score,
    ...spanOf(tokens, hit.from, hit.to),
    evidence: {
      language: languageAt(tokens, hit.from),
      origin: 'ours',
      wording: -1,
      words: joinWords(hit.words, tokens),
      alignment: [],
    },
  };
}

/** The topics of an item, as numbers of texts in the index. */
export function topicsOf(sections: IndexSections, item: number): WholeNumbers {
  return sections.topicName.subarray(sections.topicStart[item], sections.topicStart[item + 1]);
}

function languageAt(tokens: Tokens, token: number): Language {
  if (tokens.kind[token] === TokenKind.han) return 'zh';
  return tokens.kind[token] === TokenKind.cyrillic ? 'ru' : 'en';
}

function identityOf(
  index: PackIndex,
  item: number,
): { item: string; kind: ItemKind; topic: string } {
  const { sections } = index;
  return {
    item: index.string(sections.itemId[item] ?? 0),
    kind: kindOf(sections, item),
    topic: index.string(sections.topicName[sections.topicStart[item] ?? 0] ?? 0),
  };
}

function kindOf(sections: IndexSections, item: number): ItemKind {
  return KINDS[sections.itemKind[item] ?? 0] ?? 'clause';
}
