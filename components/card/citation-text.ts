import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { CardData, CardText, CardVoice } from '../../utils/pack/card-data.ts';
import { formatDate, formatSection } from '../format.ts';

const QUOTE_MARKS = { en: '“”', ru: '«»', 'zh-Hans': '“”', 'zh-Hant': '「」' } as const;

/** Puts a quotation into the marks of its own language; marks that already stand around it stay. */
export function quote(text: string, language: CardText['language']): string {
  const bare = text.trim();
  if (/^(?:“[^”]*”|«[^»]*»|「[^」]*」)$/u.test(bare)) return bare;
  const marks = QUOTE_MARKS[language];
  return `${marks.charAt(0)}${bare}${marks.charAt(1)}`;
}

function citeVoice(voice: CardVoice, language: InterfaceLanguage): string {
  const { title, publisher, date, address } = voice.citation;
  const parts = [voice.by, title, publisher, date && formatDate(date, language)];
  return assemble(quote(voice.text, voice.language), distinct(parts), '', address);
}

function distinct(parts: readonly (string | null)[]): string[] {
  return [...new Set(parts.filter((part) => part !== null && part !== ''))] as string[];
}

function assemble(quoted: string, parts: string[], note: string, address: string | null): string {
  const source = parts.length > 0 ? ` — ${parts.join(', ')}` : '';
  const aside = note === '' ? '' : ` (${note})`;
  return `${quoted}${source}${aside}.${address === null ? '' : ` ${address}`}`;
}

/** A text that somebody printed: our own translation cannot be cited as anybody's words. */
type PrintedText = CardText & { readonly role: Exclude<CardText['role'], 'ours'> };

function isPrinted(text: CardText): text is PrintedText {
  return text.role !== 'ours';
}

function citeText(
  text: PrintedText,
  data: CardData,
  language: InterfaceLanguage,
  t: Translate<CardTextKey>,
): string {
  const date = data.document?.date ?? text.citation.date;
  const parts = [
    data.speaker,
    data.document?.title ?? text.citation.title,
    data.section && formatSection(data.section, t),
    date && formatDate(date, language),
  ];
  const by = text.by ?? text.citation.publisher ?? t('card.translatorUnnamed');
  const notes = {
    original: '',
    translation: t('card.citeTranslation', { by }),
    report: t('card.citeReport', { by }),
  };
  const address = text.citation.address ?? data.document?.address ?? null;
  return assemble(quote(text.text, text.language), distinct(parts), notes[text.role], address);
}

/**
 * The quotation with its citation, for the clipboard:
 * “QUOTE” — speaker, document, section, date (translation: X). address.
 *
 * What is not known is left out. A report says "reported by X" in the place of the translator. A
 * framing gives its first voice; a claim its first evidence, or its statement without quotation
 * marks, since that is in the words of the index. Our own translation is never quoted: a text that
 * somebody printed takes its place.
 *
 * @param text the text of the card that is quoted; null for claims and framings
 */
export function citationText(
  data: CardData,
  text: CardText | null,
  language: InterfaceLanguage,
  t: Translate<CardTextKey>,
): string {
  const printed = text === null || isPrinted(text) ? text : data.texts.find(isPrinted);
  if (printed) return citeText(printed, data, language, t);
  const voice = data.kind === 'clause' ? undefined : firstVoice(data);
  if (voice !== undefined) return citeVoice(voice, language);
  const note = t('card.citeStatement', { name: data.pack.name });
  return assemble(data.title, [note], '', data.document?.address ?? null);
}

function firstVoice(data: CardData): CardVoice | undefined {
  const own = data.topics.flatMap((topic) => topic.framings).find(({ id }) => id === data.item);
  return own?.voices[0] ?? data.voices[0];
}
