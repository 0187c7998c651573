import type { Language } from '../match/types.ts';
import type { TextLanguage } from './card-data.ts';
import type { Entry, EntryTexts } from './entries.ts';
import type { InterfaceLanguage, ItemTexts } from './model.ts';

/** Languages of the interface, as BCP 47 tags of the browser's locales. */
export type CardLanguage = 'en' | 'zh-CN' | 'zh-TW' | 'ru';

/** Tags of our own texts to try, best first; English stands in the entries themselves. */
const FALLBACKS: Readonly<Record<CardLanguage, readonly InterfaceLanguage[]>> = {
  en: [],
  'zh-CN': ['zh-Hans'],
  'zh-TW': ['zh-Hant', 'zh-Hans'],
  ru: ['ru'],
};

const READS: Readonly<Record<CardLanguage, Language>> = {
  en: 'en',
  'zh-CN': 'zh',
  'zh-TW': 'zh',
  ru: 'ru',
};

/** Words of ours in one language of the interface, falling back to English. */
export interface Words {
  /** The language of texts that its readers read. */
  readonly reads: Language;
  /** The field of an entry's texts, or the English given. */
  pick(texts: EntryTexts, field: keyof ItemTexts, english: string): string;
  /** As `pick`, with the language of what is returned. */
  pickTagged(
    texts: EntryTexts,
    field: keyof ItemTexts,
    english: string,
  ): { readonly text: string; readonly language: TextLanguage };
  /** A recurring name or short word (speaker, issuer, unit), or the English itself. */
  name(english: string): string;
}

export function wordsIn(language: CardLanguage, names: Entry | null): Words {
  const tags = FALLBACKS[language];
  const tables = names?.kind === 'names' ? names.names : {};
  const pickTagged: Words['pickTagged'] = (texts, field, english) => {
    for (const tag of tags) {
      const text = texts[tag]?.[field];
      if (text !== undefined) return { text, language: tag };
    }
    return { text: english, language: 'en' };
  };
  return {
    reads: READS[language],
    pickTagged,
    pick: (texts, field, english) => pickTagged(texts, field, english).text,
    name: (english) => {
      for (const tag of tags) {
        const word = tables[tag]?.[english];
        if (word !== undefined) return word;
      }
      return english;
    },
  };
}

/** A name at the start of a line: with a capital, unless it begins with an address. */
export function atStart(name: string): string {
  return /^\S*\.\S/u.test(name) ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
