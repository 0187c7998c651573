import { Converter } from 'opencc-js';

/** Ways to write a text that make no difference to its words, by the rules 1.3 to 1.11. */
export const FOLDINGS: Readonly<Record<string, (text: string) => string>> = {
  // "US" and "us" are two words, which a change of case confounds (1.10).
  '1.3 capitals': (text) =>
    text.replace(/\p{L}+/gu, (word) => (word === 'us' ? word : word.toUpperCase())),
  '1.3 small letters': (text) =>
    text.replace(/\p{L}+/gu, (word) => (word === 'US' ? word : word.toLowerCase())),
  '1.3 full width': (text) =>
    text.replace(/[A-Za-z0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  '1.4 soft hyphens': (text) => text.replace(/(?<=\p{L}\p{L})(?=\p{L}\p{L})/gu, '\u00ad'),
  '1.4 zero-width spaces': (text) => text.replace(/(?<=\p{L})(?=\p{L})/gu, '\u200b'),
  '1.5 no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  '1.5 line ends': (text) => text.replaceAll(' ', '\n'),
  '1.6 American spelling': (text) => swapSpelling(text, 0, 1),
  '1.6 British spelling': (text) => swapSpelling(text, 1, 0),
  '1.7 curly quotes': (text) => text.replaceAll("'", '’').replace(/"/g, '”'),
  '1.7 straight quotes': (text) => text.replace(/[‘’]/g, "'").replace(/[“”«»「」]/g, '"'),
  '1.7 guillemets': (text) => text.replace(/“/g, '«').replace(/”/g, '»'),
  '1.8 dashes': (text) => text.replace(/[-–—]/g, '‑'),
  '1.9 decomposed letters': (text) => text.normalize('NFD'),
  '1.9 without ё': (text) => text.replaceAll('ё', 'е').replaceAll('Ё', 'Е'),
  '1.11 traditional characters': Converter({ from: 'cn', to: 't' }),
  '1.11 characters of Taiwan': Converter({ from: 'cn', to: 'tw' }),
  '1.11 characters of Hong Kong': Converter({ from: 'cn', to: 'hk' }),
};

const SPELLINGS: readonly (readonly [string, string])[] = [
  ['is', 'iz'],
  ['our', 'or'],
  ['defence', 'defense'],
  ['centre', 'center'],
  ['programme', 'program'],
];

/** Rewrites the words of a list by their regular endings. */
function swapSpelling(text: string, from: 0 | 1, to: 0 | 1): string {
  return text.replace(
    /\b(?:organi[sz]|moderni[sz]|reali[sz]|recogni[sz]|emphasi[sz]|utili[sz])(?=e|ed|es|ing|ation)|\b(?:neighb|col|lab|behavi|fav|hon)ou?r|\bdefen[cs]e\b|\bcent(?:re|er)\b|\bprogram(?:me)?s?\b/g,
    (word) => {
      for (const spelling of SPELLINGS) {
        if (word.endsWith(spelling[from]) && !word.endsWith(spelling[to]))
          return word.slice(0, word.length - spelling[from].length) + spelling[to];
      }
      return word;
    },
  );
}
