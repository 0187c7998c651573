import type { PackIndex } from '../pack/index-format.ts';
import type { ClaimCatalogue, ClaimFigure } from './claim-catalogue.ts';
import { createPostReader } from './claim-text.ts';
import { ABSENT, lexiconOf, lookUp } from './hash-table.ts';
import { quantitiesOf } from './numbers.ts';
import { termsOf } from './terms.ts';
import { Before, createTokenizer, TokenKind } from './tokenize.ts';

/** Who says a text and when, where that is known: it helps to tell claims apart and is weighed by itself. */
export interface Circumstances {
  /** Name, handle or both. */
  readonly speaker?: string;
  /** In words, as "October 9, 2012". */
  readonly date?: string;
}

/** A text in terms of an index. Words that the index does not know have numbers above all rows. */
export interface ClaimQuery {
  /** One entry a word, in reading order. */
  readonly words: readonly number[];
  readonly rows: ReadonlySet<number>;
  /** Rows of each sentence. */
  readonly sentences: readonly ReadonlySet<number>[];
  /** Rows of names: words with a capital that open no sentence. */
  readonly names: ReadonlySet<number>;
  /** Rows of words written in digits, and their values with multipliers applied. */
  readonly figureRows: ReadonlySet<number>;
  readonly figures: readonly ClaimFigure[];
  /** Rows of the speaker's name that the text itself does not have. */
  readonly speaker: ReadonlySet<number>;
  /** Rows of the date, and its figures. */
  readonly date: ReadonlySet<number>;
  readonly dateFigures: readonly ClaimFigure[];
  /** Places of each row among the words. */
  readonly places: ReadonlyMap<number, readonly number[]>;
}

/** Makes the function that reads texts for ranking against the claims of an index. */
export function createQueryReader(
  index: PackIndex,
  catalogue: ClaimCatalogue,
): (text: string, circumstances: Circumstances) => ClaimQuery {
  const { sections } = index;
  const tokenize = createTokenizer();
  const lexicon = lexiconOf(sections);
  const unknown = new Map<number, number>();
  const rowOf = (term: number): number => {
    const row = lookUp(lexicon, term);
    if (row !== ABSENT) return row;
    const known = unknown.get(term);
    if (known !== undefined) return known;
    const fresh = sections.lexiconWeight.length + unknown.size;
    unknown.set(term, fresh);
    return fresh;
  };
  const frequencyOf = (word: string): number => {
    const { count, stem } = tokenize(word);
    return count === 1 ? catalogue.frequency(rowOf(stem[0] ?? 0)) : 0;
  };
  const plain = createPostReader(frequencyOf, catalogue.documents.length);

  const read = (text: string) => {
    const tokens = tokenize(plain(text));
    return {
      tokens,
      words: Array.from(termsOf(tokens), rowOf),
      figures: quantitiesOf(tokens),
    };
  };

  return (text, circumstances) => {
    unknown.clear();
    const { tokens, words, figures } = read(text);
    const rows = new Set(words);
    const speaker = new Set(read(circumstances.speaker ?? '').words);
    const date = read(circumstances.date ?? '');
    const sentences: Set<number>[] = [];
    const names = new Set<number>();
    const figureRows = new Set<number>();
    const places = new Map<number, number[]>();
    words.forEach((row, at) => {
      const opens = at === 0 || ((tokens.before[at] ?? 0) & Before.sentence) !== 0;
      if (opens) sentences.push(new Set());
      sentences.at(-1)?.add(row);
      if (tokens.kind[at] === TokenKind.number) figureRows.add(row);
      else if (!opens && /^\p{Lu}/u.test(tokens.text.charAt(tokens.start[at] ?? 0))) names.add(row);
      const list = places.get(row);
      if (list) list.push(at);
      else places.set(row, [at]);
    });
    return {
      words,
      rows,
      sentences,
      names,
      figureRows,
      figures,
      speaker: without(speaker, rows),
      date: new Set(date.words),
      dateFigures: date.figures,
      places,
    };
  };
}

function without(rows: ReadonlySet<number>, taken: ReadonlySet<number>): Set<number> {
  return new Set([...rows].filter((row) => !taken.has(row)));
}
