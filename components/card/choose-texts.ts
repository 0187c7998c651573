import type { InterfaceLanguage } from '../../utils/i18n/translate.ts';
import type { CardText } from '../../utils/pack/card-data.ts';

/** How well a text serves a reader: 2 in the very language and script, 1 in the language, else 0. */
function serves(text: CardText, language: InterfaceLanguage): number {
  const [base] = language.split('-');
  if (text.language.split('-')[0] !== base) return 0;
  const script = language === 'zh-TW' ? 'zh-Hant' : language === 'zh-CN' ? 'zh-Hans' : base;
  return text.language === script ? 2 : 1;
}

/**
 * Which texts of a clause stand in the first layer, in this order: the original; where the reader's
 * language is another, a text in that language (English where there is none); and the one that the
 * page was aligned with. The rest goes to the second layer. A report is taken only where nothing
 * else serves.
 */
export function chooseTexts(
  texts: readonly CardText[],
  aligned: CardText | null,
  language: InterfaceLanguage,
): { readonly first: readonly CardText[]; readonly others: readonly CardText[] } {
  const original = texts.find((text) => text.role === 'original') ?? null;
  const isReadable = original !== null && serves(original, language) > 0;
  const score = (text: CardText): number =>
    (text.role === 'report' ? 0 : 10) +
    serves(text, language) * 2 +
    (text.language === 'en' ? 1 : 0);
  const [best = null] = texts
    .filter((text) => text.role !== 'original')
    .sort((a, b) => score(b) - score(a));
  const chosen = new Set([original, isReadable ? null : best, aligned]);
  const first = [...chosen].filter((text) => text !== null);
  return { first, others: texts.filter((text) => !first.includes(text)) };
}
