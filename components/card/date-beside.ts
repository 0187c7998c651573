import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import { formatDate } from '../format.ts';

/** The date, where the title of the document does not bear its year already. */
export function dateBeside(
  document: string,
  date: string | null,
  language: InterfaceLanguage,
  t: Translate<CardTextKey>,
): string[] {
  if (date === null) return [t('card.noDate')];
  return document.includes(date.slice(0, 4)) ? [] : [formatDate(date, language)];
}
