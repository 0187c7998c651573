import type { InterfaceLanguage } from '../../utils/i18n/translate.ts';
import type { CardData, CardText } from '../../utils/pack/card-data.ts';

/** How well a text serves a reader: 2 in the very language and script, 1 in the language, else 0. */
function serves(text: CardText, language: InterfaceLanguage): number {
  const [base] = language.split('-');
  if (text.language.split('-')[0] !== base) return 0;
  const script = language === 'zh-TW' ? 'zh-Hant' : language === 'zh-CN' ? 'zh-Hans' : base;
  return text.language === script ? 2 : 1;
}

/** Whether somebody printed this text; our own translation is nobody's words and never quoted. */
export function isAttested({ role }: CardText): boolean {
  return role !== 'ours';
}

/** Whether a clause is known from reports only, so that nothing of it may be called official wording. */
export function hasOnlyReports({ kind, texts }: Pick<CardData, 'kind' | 'texts'>): boolean {
  if (kind !== 'clause' || texts.length === 0) return false;
  return texts.filter(isAttested).every(({ role }) => role === 'report');
}

/**
 * Which texts of a clause stand in the first layer, in this order: the original; where the reader's
 * language is another, a text in that language (English where there is none); and the one that the
 * page was aligned with. The rest goes to the second layer. A report is taken only where nothing
 * else serves. Our own translation stands beside somebody's text, never alone, and is left out
 * altogether for readers of other languages.
 */
export function chooseTexts(
  all: readonly CardText[],
  aligned: CardText | null,
  language: InterfaceLanguage,
): { readonly first: readonly CardText[]; readonly others: readonly CardText[] } {
  const texts = all.filter((text) => isAttested(text) || serves(text, language) > 0);
  const attested = texts.filter(isAttested);
  const original = attested.find((text) => text.role === 'original') ?? null;
  const isReadable = original !== null && serves(original, language) > 0;
  const score = (text: CardText): number =>
    (text.role === 'report' ? 0 : 10) +
    serves(text, language) * 2 +
    (text.language === 'en' ? 1 : 0);
  const [best = null] = attested
    .filter((text) => text.role !== 'original')
    .sort((a, b) => score(b) - score(a));
  const isServed = isReadable || (best !== null && serves(best, language) > 0);
  const ours = isServed ? null : (texts.find((text) => !isAttested(text)) ?? null);
  const translation = original !== null && (isReadable || ours !== null) ? null : best;
  const chosen = new Set([original, translation, aligned, ours]);
  const first = [...chosen].flatMap((text) => (text && texts.includes(text) ? text : []));
  return { first, others: texts.filter((text) => !first.includes(text)) };
}
