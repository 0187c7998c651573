import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  INTERFACE_LANGUAGES,
  type InterfaceLanguage,
  type Text,
} from '../../../utils/i18n/translate.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
const tableOf = (language: string): Record<string, Text> =>
  readJson(`locales/${language}.json`) as Record<string, Text>;

const EN = tableOf('en');
const formsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const namesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([name]) => name))].sort();

/** Words that product.md does not want to read, in the four languages. */
const UNWANTED =
  /fact.?check|\bbias|propaganda|disputed|claims to\b|\badmits?\b|фактчек|предвзят|пропаганд|спорн|признаё?т|事实核查|事實查核|偏见|偏見|宣传|宣傳|有争议|有爭議|声称|聲稱/iu;

/** Second names of what has one: the reading list, taking it out, bringing a file in. */
const SECOND_NAMES: Readonly<Record<InterfaceLanguage, RegExp>> = {
  en: /saved list|list of readings|\bupload/iu,
  'zh-CN': /阅读列表|书签|汇入|汇出/u,
  'zh-TW': /閱讀列表|書籤|導入|導出/u,
  ru: /спис\p{L}* чтения|(?:^|[^е])загру(?:зите|зить|жайте|зка:|зка отмен)|выгру|вывести/iu,
};

describe.each(INTERFACE_LANGUAGES)('the texts in %s', (language) => {
  const table = tableOf(language);

  test('are complete, in the order of the English ones, with none too many', () => {
    expect(Object.keys(table)).toEqual(Object.keys(EN));
  });

  test('have the same names for values as the English ones, in every plural form', () => {
    for (const [key, text] of Object.entries(EN)) {
      const wanted = namesIn(formsOf(text).join(' '));
      for (const form of formsOf(table[key] ?? '')) {
        expect({ key, names: namesIn(form) }).toEqual({ key, names: wanted });
      }
    }
  });

  test('have exactly the plural forms that the language has', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const [key, text] of Object.entries(table)) {
      if (typeof text === 'string') continue;
      expect({ key, forms: Object.keys(text).sort() }).toEqual({
        key,
        forms: [...pluralCategories].sort(),
      });
    }
  });

  test('are not empty and use no word that judges', () => {
    for (const form of Object.values(table).flatMap(formsOf)) {
      expect(form.trim()).not.toBe('');
      expect(form).not.toMatch(UNWANTED);
    }
  });

  test('call the reading list, export and import by one name each, in the stores too', () => {
    const names = { en: 'en', 'zh-CN': 'zh_CN', 'zh-TW': 'zh_TW', ru: 'ru' } as const;
    const elsewhere = [
      `docs/store/${language}.md`,
      `public/_locales/${names[language]}/messages.json`,
    ].map((file) => readFileSync(path.join(ROOT, file), 'utf8'));
    for (const text of [...Object.values(table).flatMap(formsOf), ...elsewhere]) {
      expect(text).not.toMatch(SECOND_NAMES[language]);
    }
  });

  test('are not left in English', () => {
    if (language === 'en') return expect(Object.keys(table).length).toBeGreaterThan(100);
    const script = language === 'ru' ? /\p{sc=Cyrillic}/u : /\p{sc=Han}/u;
    const latin = Object.entries(table).filter(
      ([, text]) => !formsOf(text).some((f) => script.test(f)),
    );
    expect(latin.map(([key]) => key).filter((key) => key !== 'list.summary')).toEqual([]);
  });
});

describe('the keys', () => {
  const sources = ['components', 'entrypoints', 'utils']
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name}`,
      ),
    )
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => readFileSync(path.join(ROOT, file), 'utf8'))
    .join('\n');

  test('are all used: by name, or by a name put together from their first part', () => {
    const unused = Object.keys(EN).filter((key) => {
      const [part = ''] = key.split('.');
      return !sources.includes(`'${key}'`) && !sources.includes(`\`${part}.\${`);
    });
    expect(unused).toEqual([]);
  });
});

describe('the texts for the browser', () => {
  const folders = readdirSync(path.join(ROOT, 'public/_locales'));
  const messagesOf = (folder: string): Record<string, { message: string }> =>
    readJson(`public/_locales/${folder}/messages.json`) as Record<string, { message: string }>;

  test('exist in the four languages', () => {
    expect(folders.sort()).toEqual(['en', 'ru', 'zh_CN', 'zh_TW']);
  });

  test.each(folders)('are complete and short enough in %s', (folder) => {
    const messages = messagesOf(folder);
    expect(Object.keys(messages)).toEqual(Object.keys(messagesOf('en')));
    for (const { message } of Object.values(messages)) expect(message).not.toMatch(UNWANTED);
    expect(messages.extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });

  test('are all asked for in the manifest', () => {
    const config = readFileSync(path.join(ROOT, 'wxt.config.ts'), 'utf8');
    const asked = [...config.matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name);
    expect(Object.keys(messagesOf('en')).sort()).toEqual([...new Set(asked)].sort());
  });
});
