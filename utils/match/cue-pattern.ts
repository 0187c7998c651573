import { TokenKind, type Tokens } from './tokenize.ts';
import type { Language } from './types.ts';

/**
 * Cue patterns: short phrases with inflection, alternatives, options and gaps, written by people and
 * expanded here into plain sequences. There are no regular expressions in them, so no pattern can be
 * catastrophic: a sequence is matched in time proportional to its length and its gaps.
 *
 *     word          any inflection of the word (its stem); in Chinese each character for itself
 *     =word         this form only
 *     (a b|c|d)     one of the alternatives
 *     [a b]         may be missing
 *     …             up to 4 words (8 Chinese characters) in between, within the sentence
 *     {china}       any name of that party of the pack's subject
 *     {number}      a number
 */
export type CueElement =
  | { readonly kind: 'stem' | 'exact'; readonly hash: number }
  /** One of several runs of words, by their stems; an empty run means that it may be missing. */
  | { readonly kind: 'choice'; readonly options: readonly (readonly number[])[] }
  | { readonly kind: 'party'; readonly party: string }
  | { readonly kind: 'number' }
  | { readonly kind: 'gap'; readonly most: number };

/** One expanded form of a pattern. Never empty, never begins or ends with a gap, holds a literal. */
export type CueSequence = readonly CueElement[];

/** A pattern that cannot be used; `message` says why and what to do. */
export class CuePatternError extends Error {
  override readonly name = 'CuePatternError';
}

export const MOST_SEQUENCES = 256;
export const MOST_ELEMENTS = 24;
const WORD_GAP = 4;
const HAN_GAP = 8;

/** English articles carry nothing: they are left out of patterns and passed over on the page. */
export const ARTICLES: readonly string[] = ['a', 'an', 'the'];

/** Expands a pattern. Throws `CuePatternError` for unbalanced brackets, empty or boundless patterns. */
export function parseCuePattern(
  pattern: string,
  language: Language,
  tokenize: (text: string) => Tokens,
): CueSequence[] {
  const reader = new PatternReader(pattern, language, tokenize);
  const sequences = reader.readAll().map(trimGaps);
  for (const sequence of sequences) {
    if (!sequence.some(isLiteral))
      throw new CuePatternError(
        `pattern "${pattern}" can match without any word of its own: give it at least one literal word`,
      );
    if (language === 'zh' && leastLength(sequence) < 2)
      throw new CuePatternError(
        `pattern "${pattern}" can match a single Chinese character: give it two or more`,
      );
    if (sequence.length > MOST_ELEMENTS)
      throw new CuePatternError(
        `pattern "${pattern}" is longer than ${MOST_ELEMENTS} words: shorten it`,
      );
  }
  return sequences;
}

/** Whether an element stands for words of the pattern's own. */
export function isLiteral(element: CueElement): boolean {
  if (element.kind === 'choice') return element.options.every((option) => option.length > 0);
  return element.kind === 'stem' || element.kind === 'exact';
}

/** The fewest words that a sequence can match, those of gaps left aside. */
function leastLength(sequence: CueSequence): number {
  let length = 0;
  for (const element of sequence) {
    if (element.kind === 'choice') length += Math.min(...element.options.map((run) => run.length));
    else if (element.kind !== 'gap') length++;
  }
  return length;
}

function trimGaps(sequence: CueSequence): CueSequence {
  const kept = sequence.filter(
    (element, at) => element.kind !== 'gap' || sequence[at - 1]?.kind !== 'gap',
  );
  let start = 0;
  let end = kept.length;
  while (kept[start]?.kind === 'gap') start++;
  while (kept[end - 1]?.kind === 'gap') end--;
  return kept.slice(start, end);
}

/** Alternatives made of nothing but words become one element, so that long lists of synonyms stay one form. */
function joinChoices(alternatives: readonly CueSequence[]): CueSequence[] {
  const options: (readonly number[])[] = [];
  const others: CueSequence[] = [];
  for (const form of alternatives) {
    const [only] = form;
    const stems = form.flatMap((element) => (element.kind === 'stem' ? [element.hash] : []));
    if (stems.length === form.length) options.push(stems);
    else if (form.length === 1 && only?.kind === 'choice') options.push(...only.options);
    else others.push(form);
  }
  // The longest first: what may be missing is matched where it is there.
  const distinct = [...new Map(options.map((option) => [option.join(), option])).values()].sort(
    (a, b) => b.length - a.length,
  );
  if (distinct.length === 0) return others;
  const [single] = distinct;
  if (distinct.length === 1 && single)
    return [...others, single.map((hash) => ({ kind: 'stem', hash }))];
  return [...others, [{ kind: 'choice', options: distinct }]];
}

class PatternReader {
  private at = 0;

  constructor(
    private readonly pattern: string,
    private readonly language: Language,
    private readonly tokenize: (text: string) => Tokens,
  ) {}

  readAll(): CueSequence[] {
    const sequences = this.readSequences('');
    if (this.at < this.pattern.length) throw this.unbalanced();
    return sequences;
  }

  /** Reads up to one of the characters in `closing`, which is left unread. */
  private readSequences(closing: string): CueSequence[] {
    let forms: CueSequence[] = [[]];
    while (this.at < this.pattern.length && !closing.includes(this.pattern[this.at] ?? '')) {
      const next = this.readElement();
      forms = forms.flatMap((form) => next.map((tail) => [...form, ...tail]));
      if (forms.length > MOST_SEQUENCES)
        throw new CuePatternError(
          `pattern "${this.pattern}" expands to more than ${MOST_SEQUENCES} forms: split it`,
        );
    }
    return forms;
  }

  private readElement(): readonly CueSequence[] {
    const c = this.pattern[this.at] ?? '';
    if (c === '(') return this.readAlternatives();
    if (c === '[') {
      this.at++;
      const inner = this.readSequences(']');
      this.expect(']');
      return joinChoices([[], ...inner]);
    }
    if (c === '{') return [[this.readPlaceholder()]];
    if (c === '…') {
      this.at++;
      return [[{ kind: 'gap', most: this.language === 'zh' ? HAN_GAP : WORD_GAP }]];
    }
    if (c === ')' || c === ']' || c === '}' || c === '|') throw this.unbalanced();
    return [this.readWords()];
  }

  private readAlternatives(): CueSequence[] {
    const all: CueSequence[] = [];
    do {
      this.at++;
      all.push(...this.readSequences('|)'));
    } while (this.pattern[this.at] === '|');
    this.expect(')');
    return joinChoices(all);
  }

  private readPlaceholder(): CueElement {
    const close = this.pattern.indexOf('}', this.at);
    if (close < 0) throw this.unbalanced();
    const name = this.pattern.slice(this.at + 1, close).trim();
    this.at = close + 1;
    return name === 'number' ? { kind: 'number' } : { kind: 'party', party: name };
  }

  private readWords(): CueSequence {
    const rest = this.pattern.slice(this.at);
    const isExact = rest.startsWith('=');
    const run = /^=?[^()[\]{}|…=]*/u.exec(rest)?.[0] ?? '';
    const length = isExact ? (/^=\S+/u.exec(run)?.[0].length ?? 1) : run.length;
    this.at += Math.max(1, length);
    const tokens = this.tokenize(run.slice(isExact ? 1 : 0, length));
    const elements: CueElement[] = [];
    for (let at = 0; at < tokens.count; at++) {
      const word = tokens.text.slice(tokens.start[at], tokens.end[at]).toLowerCase();
      if (tokens.kind[at] === TokenKind.latin && ARTICLES.includes(word)) continue;
      const hash = (isExact ? tokens.exact[at] : tokens.stem[at]) ?? 0;
      elements.push({ kind: isExact ? 'exact' : 'stem', hash });
    }
    return elements;
  }

  private expect(closing: string): void {
    if (this.pattern[this.at] !== closing) throw this.unbalanced();
    this.at++;
  }

  private unbalanced(): CuePatternError {
    return new CuePatternError(
      `pattern "${this.pattern}" has unbalanced brackets near character ${this.at + 1}: close or remove them`,
    );
  }
}
