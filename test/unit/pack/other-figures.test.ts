import { describe, expect, test } from 'vitest';
import { createFigureOnPage } from '../../../entrypoints/background/figure-on-page.ts';
import { buildPackFolder } from '../../../scripts/packs/build-pack.ts';
import { packFolder } from '../../../scripts/packs/folders.ts';
import { createEngine } from '../../../utils/match/engine.ts';
import type { Language } from '../../../utils/match/types.ts';
import { quantityOf } from '../../../utils/pack/assertion-of.ts';
import { openIndex } from '../../../utils/pack/index-format.ts';
import { slotFigure, slotsIn, writeNumber } from '../../../utils/pack/number-slots.ts';
import { bundledPack } from '../../support/bundled-pack.ts';

const index = openIndex(buildPackFolder(packFolder('china-russia')).buffer);
const engine = createEngine(index);
const figureOnPage = createFigureOnPage();

/** What a page on the subject says before the sentence. */
const BEFORE: Readonly<Record<Language, string>> = {
  en: 'China and Russia met. Russia and China spoke of ties between China and Russia.\n\n',
  zh: '中国和俄罗斯举行会谈。中俄两国领导人出席，俄罗斯与中国。\n\n',
  ru: 'Россия и Китай провели переговоры. Китай и Россия договорились.\n\n',
};

function found(language: Language, claim: string, sentence: string) {
  const text = BEFORE[language] + sentence;
  const match = engine
    .match(text, 'balanced')
    .find(({ item, end }) => item === claim && end > BEFORE[language].length);
  return match === undefined ? null : { text, match };
}

describe('8.8 a page that gives another figure than the claim', () => {
  test.each([
    ['en', 'Trade between China and Russia reached $245 billion last year.', 'equal'],
    ['en', 'Trade between China and Russia reached $247 billion last year.', 'near'],
    ['en', 'Trade between China and Russia reached $310 billion last year.', 'different'],
    ['zh', '俄中双边贸易额去年达到3100亿美元。', 'different'],
    ['zh', '去年两国贸易额约2450亿美元，再创纪录。', 'equal'],
    ['ru', 'Товарооборот между Россией и Китаем достиг 310 млрд долларов.', 'different'],
    ['ru', 'Товарооборот между Россией и Китаем достиг 245 млрд долларов.', 'equal'],
  ] as const)('%s: “%s” is found, and its figure is told as %s', (language, sentence, relation) => {
    const page = found(language, 'claim-trade-volume', sentence);
    expect(page).not.toBeNull();
    if (page === null) return;
    const passage = { text: page.text, start: page.match.start, end: page.match.end };
    const compared = figureOnPage((id) => index.entry(id), 'claim-trade-volume', passage);
    expect(compared?.relation).toBe(relation);
  });

  test('near miss: the same sentence about other parties is not the claim', () => {
    const text = 'Trade between India and Brazil reached $310 billion last year.';
    expect(engine.match(text, 'balanced')).toEqual([]);
  });

  /** Those that are left share nothing with the page but the parties and one common word. */
  test('nine of ten of our own paraphrases are found whatever the figure', () => {
    const missed: string[] = [];
    let tried = 0;
    const pack = bundledPack();
    for (const claim of pack.claims)
      for (const { wordings = {} } of pack.wordings.filter(({ id }) => id === claim.id))
        for (const [language, texts] of Object.entries(wordings) as [Language, string[]][])
          for (const text of texts) {
            const { slots } = slotsIn(text);
            if (slots.length === 0) continue;
            const sentence = slots.reduceRight((filled, { key, start, end }) => {
              const figure = slotFigure(claim, key);
              const value = figure === null ? undefined : quantityOf(figure)?.value;
              const other = writeNumber(Number(((value ?? 0) * 1.6).toPrecision(2)), language);
              return filled.slice(0, start) + other + filled.slice(end);
            }, text);
            tried++;
            if (found(language, claim.id, sentence) === null)
              missed.push(`${claim.id} ${sentence}`);
          }
    expect(tried).toBeGreaterThan(500);
    expect(missed.length, missed.join('\n')).toBeLessThan(tried / 10);
  }, 60_000);
});
