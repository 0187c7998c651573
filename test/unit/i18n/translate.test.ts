import { describe, expect, test } from 'vitest';
import { resolveLanguage, translatorOf } from '../../../utils/i18n/translate.ts';
import { cardTexts, createTranslator } from '../../../utils/i18n.ts';

describe('a translator', () => {
  test.each([
    [1, '1 отрывок на странице'],
    [2, '2 отрывка на странице'],
    [5, '5 отрывков на странице'],
    [11, '11 отрывков на странице'],
    [21, '21 отрывок на странице'],
  ])('chooses the Russian form for %i', (count, text) => {
    expect(createTranslator('ru')('page.count', { count })).toBe(text);
  });

  test('writes numbers the way the language groups them', () => {
    expect(createTranslator('en')('page.count', { count: 12000 })).toContain('12,000');
    expect(createTranslator('ru')('page.count', { count: 12000 })).toMatch(/^12\s000 /);
  });

  test('puts values in as they are, even where they look like a name in braces', () => {
    const t = translatorOf('en', { a: '{x} and {y}' });
    expect(t('a', { x: '{y}', y: '$&' })).toBe('{y} and $&');
  });

  test('leaves a name without a value, and gives the key of a text that is missing', () => {
    const t = translatorOf<'a' | 'b'>('en', { a: 'to {date}' });
    expect(t('a')).toBe('to {date}');
    expect(t('b')).toBe('b');
  });

  test('works on the card’s texts after they crossed contexts as JSON', () => {
    const sent = JSON.parse(JSON.stringify(cardTexts('zh-CN')));
    expect(translatorOf('zh-CN', sent)('card.whyWords', { count: 3 })).toContain('3');
    expect(Object.keys(sent).some((key) => key.startsWith('list.'))).toBe(false);
  });
});

describe('the language of the interface', () => {
  test.each([
    ['auto', ['de-DE', 'ru-RU', 'en'], 'ru'],
    ['auto', ['zh-Hant-HK'], 'zh-TW'],
    ['auto', ['zh-HK'], 'zh-TW'],
    ['auto', ['zh'], 'zh-CN'],
    ['auto', ['zh-Hans-TW'], 'zh-CN'],
    ['auto', ['de', 'fr'], 'en'],
    ['auto', [], 'en'],
    ['zh-TW', ['ru'], 'zh-TW'],
  ] as const)('for the choice %s and %j is %s', (choice, preferred, language) => {
    expect(resolveLanguage(choice, preferred)).toBe(language);
  });
});
