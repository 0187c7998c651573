import { expect, test } from 'vitest';
import { cardOf } from '../../../utils/pack/card.ts';
import type { CardLanguage } from '../../../utils/pack/card-language.ts';
import { indexInputOf } from '../../../utils/pack/index-input-of.ts';
import { bundledPack } from '../../support/bundled-pack.ts';

const { entries } = indexInputOf(bundledPack());
const card = (item: string, language: CardLanguage) =>
  cardOf((id) => entries.get(id) ?? null, item, language);

test('counts in ten thousands and hundred millions for readers of Chinese', () => {
  const figures = (item: string, language: CardLanguage) =>
    card(item, language)?.figures.map(({ value, unit }) => `${value} ${unit}`);
  expect(figures('claim-trade-volume', 'zh-CN')).toContain('2448.1 亿美元');
  expect(figures('claim-trade-volume', 'en')).toContain('244.81 billion USD');
  expect(figures('claim-last-large-investment-tula', 'zh-TW')).toContain('5 億美元');
  expect(figures('claim-students-exchanged', 'zh-CN')?.[0]).toMatch(/^21000 /);
});

test('quotes Chinese speakers in Chinese to readers of Chinese, and in translation to others', () => {
  const texts = (language: CardLanguage) =>
    card('framing-hegemonism', language)?.voices.map(({ text, language: own }) => [own, text]);
  expect(texts('zh-TW')?.[0]).toEqual(['zh-Hans', '面对国际上的单边主义逆流和强权霸凌行径']);
  expect(texts('ru')?.[0]?.[0]).toBe('en');
  const line = (language: CardLanguage) =>
    card('js2025-not-against-third-party', language)
      ?.formulae.find(({ id }) => id === 'phrase-not-against-third-parties')
      ?.documents.find(({ document }) => document === 'joint-statement-2025-05-08');
  expect(line('zh-CN')).toMatchObject({ wording: '不针对第三方', isQuoted: true });
  expect(line('en')?.wording).toBe('they are not directed at any third party');
});

test('begins an attribution with a capital, and an address as it is', () => {
  const voice = card('framing-global-initiatives', 'ru')?.voices[0];
  expect(voice?.by).toBe('Колонка РСМД');
  const figures = card('claim-documents-signed-2026', 'en')?.figures.map(({ saidBy }) => saidBy);
  expect(figures?.[0]).toMatch(/^Republished article/);
  expect(figures?.[2]).toMatch(/^myclickmonitor\.com/);
});
