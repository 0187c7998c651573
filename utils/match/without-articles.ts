import { TokenKind, type Tokens } from './tokenize.ts';
import { WordFilter } from './word-filter.ts';

/** The page as cues see it: articles passed over. `tokenAt[p]` is the token at place p. */
export interface Places {
  readonly count: number;
  readonly tokenAt: Uint32Array;
  /** What stands before the place, the passed-over articles' included. */
  readonly before: Uint8Array;
}

/** The places of a text; `articles` are the hashes of the articles that are passed over. */
export function placesOf(tokens: Tokens, articles: ReadonlySet<number>): Places {
  const tokenAt = new Uint32Array(tokens.count);
  const before = new Uint8Array(tokens.count);
  const mayBeArticle = new WordFilter();
  for (const article of articles) mayBeArticle.add(article);
  let count = 0;
  let bits = 0;
  for (let at = 0; at < tokens.count; at++) {
    bits |= tokens.before[at] ?? 0;
    const exact = tokens.exact[at] ?? 0;
    const isArticle = mayBeArticle.holds(exact) && articles.has(exact);
    if (isArticle && tokens.kind[at] === TokenKind.latin) continue;
    before[count] = bits;
    tokenAt[count++] = at;
    bits = 0;
  }
  return { count, tokenAt, before };
}
