import en from '../locales/en.json';
import ru from '../locales/ru.json';
import zhCN from '../locales/zh-CN.json';
import zhTW from '../locales/zh-TW.json';
import {
  type InterfaceLanguage,
  type Texts,
  type Translate,
  translatorOf,
} from './i18n/translate.ts';

/** Every text of the interface. English is the table that the others follow; a test compares them. */
export type TextKey = keyof typeof en;

/** The texts that the card and the page's notices need. */
export type CardTextKey = Extract<
  TextKey,
  `${'kind' | 'degree' | 'language' | 'coverage' | 'card' | 'problem' | 'fault' | 'field' | 'notice' | 'saved'}.${string}`
>;

const TABLES: Readonly<Record<InterfaceLanguage, Texts<TextKey>>> = {
  en,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  ru,
};

const CARD_SECTION = /^(?:kind|degree|language|coverage|card|problem|fault|field|notice|saved)\./;

/** The translator of one language, with all texts. Not for content scripts: see `cardTexts`. */
export function createTranslator(language: InterfaceLanguage): Translate<TextKey> {
  return translatorOf(language, TABLES[language]);
}

/**
 * The texts of the card in one language, as JSON to be sent to a content script, which makes its
 * translator with `translatorOf(language, texts)`: so no table has to lie in every page.
 */
export function cardTexts(language: InterfaceLanguage): Texts<CardTextKey> {
  const entries = Object.entries(TABLES[language]).filter(([key]) => CARD_SECTION.test(key));
  return Object.fromEntries(entries) as Texts<CardTextKey>;
}
