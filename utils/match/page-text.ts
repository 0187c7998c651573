import type { PackIndex } from '../pack/index-format.ts';
import { type Quantity, quantitiesOf } from './numbers.ts';
import { type PageTerms, pageTermsOf } from './page-terms.ts';
import {
  findParties,
  type NamedParties,
  namedTokens,
  type PartyMentions,
  type PartyNames,
  partiesByRange,
} from './parties.ts';
import { findNegations } from './polarity.ts';
import { paragraphsOf, sentencesOf, type TokenRanges } from './sentences.ts';
import type { Tokens } from './tokenize.ts';
import type { Span } from './types.ts';

/** Everything that the stages know of one text. */
export interface PageText {
  readonly tokens: Tokens;
  readonly terms: PageTerms;
  readonly sentences: TokenRanges;
  readonly paragraphs: TokenRanges;
  readonly quantities: readonly Quantity[];
  readonly mentions: PartyMentions;
  /** 1 for tokens that belong to the name of a party. */
  readonly named: Uint8Array;
  /** 1 for tokens at which a negation begins. */
  readonly negations: Uint8Array;
  /** Parties named in each sentence and in each paragraph. */
  readonly sentenceParties: readonly NamedParties[];
  readonly paragraphParties: readonly NamedParties[];
}

/** Reads a text once for all stages: words, terms, sentences, figures, parties. */
export function readPageText(
  text: string,
  index: PackIndex,
  tokenize: (text: string) => Tokens,
  names: PartyNames,
): PageText {
  const tokens = tokenize(text);
  const sentences = sentencesOf(tokens);
  const paragraphs = paragraphsOf(tokens);
  const mentions = findParties(tokens, names);
  return {
    tokens,
    terms: pageTermsOf(tokens, index.sections),
    sentences,
    paragraphs,
    quantities: quantitiesOf(tokens),
    mentions,
    named: namedTokens(tokens, mentions),
    negations: findNegations(tokens.exact),
    sentenceParties: partiesByRange(mentions, names, sentences),
    paragraphParties: partiesByRange(mentions, names, paragraphs),
  };
}

/** UTF-16 offsets of tokens `[from, to)`. */
export function spanOf(tokens: Tokens, from: number, to: number): Span {
  return { start: tokens.start[from] ?? 0, end: tokens.end[to - 1] ?? 0 };
}
