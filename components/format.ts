import type { InterfaceLanguage, Translate } from '../utils/i18n/translate.ts';
import type { CardTextKey } from '../utils/i18n.ts';

/** British order for English: day, month, year, as the sources write it. */
const localeOf = (language: InterfaceLanguage): string => (language === 'en' ? 'en-GB' : language);

/**
 * A date for the reader. `YYYY-MM-DD` (a time after it is cut off) and `YYYY-MM` are written out;
 * anything else, such as "September 2025 or later", is given back as it stands.
 */
export function formatDate(date: string, language: InterfaceLanguage): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2})(?:T.*)?)?$/.exec(date);
  if (parts === null) return date;
  const [, year, month, day] = parts;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day ?? '1'));
  const style: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(day === undefined ? {} : { day: 'numeric' }),
  };
  return new Intl.DateTimeFormat(localeOf(language), style).format(time);
}

/** The local day of a time in milliseconds since 1970. */
export function formatDay(time: number, language: InterfaceLanguage): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' }).format(time);
}

/** The local day and time of a time in milliseconds since 1970. */
export function formatMoment(time: number, language: InterfaceLanguage): string {
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(localeOf(language), style).format(time);
}

/** A figure: numbers as the language groups them, words as they stand. */
export function formatFigure(value: number | string, language: InterfaceLanguage): string {
  return typeof value === 'string'
    ? value
    : new Intl.NumberFormat(localeOf(language)).format(value);
}

/** A numbered section by the reader's word for it; what has a name of its own ("closing") keeps it. */
export function formatSection(section: string, t: Translate<CardTextKey>): string {
  return /^\d/.test(section) ? t('card.section', { section }) : section;
}

/** Sentences one after another: Chinese sets no space between them. */
export function formatSentences(sentences: readonly string[], language: InterfaceLanguage): string {
  return sentences.join(language.startsWith('zh') ? '' : ' ');
}

/** Names in a row: "A, B and C" in the reader's language. */
export function formatNames(names: readonly string[], language: InterfaceLanguage): string {
  return new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(names);
}
