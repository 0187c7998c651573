import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemRussian } from '@orama/stemmers/russian';
import traditional from 'opencc-js/dict/TSCharacters';
import { foldSpelling } from './spelling.ts';

/** Number of the folding rules; stands in every index file. Raise it whenever a rule below changes. */
export const NORMALISER_VERSION = 2;

/** A word as it is compared: letter for letter, and by its stem. */
export interface FoldedWord {
  readonly exact: string;
  readonly stem: string;
}

/** Soft hyphens, zero-width characters, direction marks, variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const APOSTROPHES = /['\u2018\u2019\u02bc\u02b9\uff07`\u00b4]/g;
const MARKS = /\p{M}+/gu;
/** Words of letters that have no other form than the capital one. */
const LATIN = /^[A-Za-z]+$/;
const CYRILLIC = /^[\u0410-\u044f]+$/;

/**
 * Folds one word (letters, inner apostrophes, invisible characters): compatibility forms (NFKC), case,
 * soft hyphens and zero-width characters, accents, possessive endings, ё to е, British spelling.
 */
export function foldWord(raw: string): FoldedWord {
  // Nearly all words are of plain letters, and ask for none of what follows but small letters and stems.
  if (LATIN.test(raw) && raw !== 'US' && raw !== 'USA') return latin(raw.toLowerCase());
  if (CYRILLIC.test(raw)) return cyrillic(raw.toLowerCase());
  const plain = raw.replace(INVISIBLE, '').normalize('NFKC');
  if (plain === 'US' || plain === 'USA' || /^u\.s\.?(a\.?)?$/i.test(plain))
    return { exact: 'usa', stem: 'usa' };
  let word = plain.toLowerCase();
  word = word.replace(APOSTROPHES, "'").replace(/'s$/, '').replace(/[.']/g, '');
  if (/\p{Script=Cyrillic}/u.test(word)) {
    // й is и with a breve when decomposed: only the stress marks that NFKC left apart go.
    return cyrillic(word.replace(MARKS, '').replaceAll('ё', 'е'));
  }
  return latin(word.normalize('NFD').replace(MARKS, '').replaceAll('ı', 'i').replaceAll('ł', 'l'));
}

function latin(word: string): FoldedWord {
  const exact = foldSpelling(word);
  return { exact, stem: exact.length > 3 ? stemEnglish(exact) : exact };
}

function cyrillic(exact: string): FoldedWord {
  return { exact, stem: exact.length > 3 ? stemRussian(exact) : exact };
}

/**
 * Folds a run of digits with its inner separators: "10,375", "10 375" and "10375", "244.81" and "244,81"
 * are one. A comma, full stop or space before three digits separates thousands, unless the other sign
 * follows or the number is below one; any other comma or full stop begins a fraction. "1.234" and "1,234"
 * are therefore both one thousand two hundred and thirty-four, "0.123" is less than one. The ending of
 * an ordinal is dropped: "11th" is 11.
 */
export function foldNumber(raw: string): string {
  const digits = raw
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/ |-?\p{L}+$/gu, '');
  if (/^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/.test(digits)) return digits.replaceAll(',', '');
  if (/^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/.test(digits))
    return digits.replaceAll('.', '').replace(',', '.');
  if (/^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(digits)) return digits.replace(/[.,]/g, '');
  return digits.replace(',', '.');
}

/** Builds the table of traditional to simplified characters (OpenCC's), as pairs of code units. */
export function traditionalToSimplified(): ReadonlyMap<number, number> {
  const table = new Map<number, number>();
  // Entries are "FROM TO" or "FROM TO OTHERS", parted by "|"; cut into strings they take ten times as long.
  for (
    let at = 0;
    at >= 0 && at < traditional.length;
    at = traditional.indexOf('|', at) + 1 || -1
  ) {
    const isPair = traditional[at + 1] === ' ' && /[ |]|^$/.test(traditional.charAt(at + 3));
    if (isPair) table.set(traditional.charCodeAt(at), traditional.charCodeAt(at + 2));
  }
  // OpenCC keeps 著 for "to write"; as the particle it is 着, and the two need not be told apart here.
  table.set(0x8457, 0x7740);
  return table;
}
