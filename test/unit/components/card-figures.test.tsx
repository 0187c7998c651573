// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../../utils/i18n/translate.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import type { FigureRelation } from '../../../utils/match/figures.ts';
import type { CardFigureOnPage } from '../../../utils/pack/card-data.ts';
import * as data from '../../gallery/fixtures/card-data.ts';
import { QUOTED, show, texts } from '../../support/show-card.tsx';

afterEach(() => render(null, document.body));

const PAGE = `In 2029 ${QUOTED}, said the ministry, for nearly 245,000 carts.`;
const FIGURE = 'nearly 245,000 carts';
const START = PAGE.indexOf(QUOTED);

function sentences(found: CardFigureOnPage | null, language: InterfaceLanguage = 'en'): string[] {
  const { card } = show({
    data: data.claim({ figureOnPage: found }),
    match: {
      degree: 'paraphrase',
      text: QUOTED,
      start: START,
      pageText: PAGE,
      evidence: { language: 'en', origin: 'ours', wording: 0, words: [], alignment: [] },
    },
    language,
    t: createTranslator(language),
  });
  return texts(card, '[data-relation]');
}

const at = {
  start: PAGE.indexOf(FIGURE) - START,
  end: PAGE.indexOf(FIGURE) + FIGURE.length - START,
};
const found = (relation: FigureRelation, figure = 0): CardFigureOnPage => ({
  figure,
  relation,
  at,
  years: [2029],
});

test.each([
  ['equal', 'is the one on record'],
  ['near', 'is close to the one on record'],
  ['different', 'The page gives nearly 245,000 carts; on record is'],
  ['other-period', 'names 2029; the figure on record is for another period'],
] as const)('one sentence says that the figure is %s', (relation, words) => {
  const [sentence, ...more] = sentences(found(relation));
  expect(sentence).toContain(words);
  expect(sentence).toContain(FIGURE);
  expect(more).toEqual([]);
});

test.each(INTERFACE_LANGUAGES)(
  'the sentence stands in %s, with the words of the page',
  (language) => {
    for (const relation of ['equal', 'near', 'different', 'other-period'] as const) {
      const [sentence = ''] = sentences(found(relation), language);
      expect(sentence).toContain(FIGURE);
      expect(sentence).not.toMatch(/[{}]|card\./u);
    }
  },
);

test('nothing is said where there is nothing to compare', () => {
  expect(sentences(null)).toEqual([]);
  expect(sentences(found('equal', 99))).toEqual([]);
});

test('a clause with figures says so as a claim does; all that is on record stands in its second layer', () => {
  const { figures } = data.claim();
  const { card } = show({
    data: data.card({
      figures,
      status: 'The two figures are for different years.',
      figureOnPage: found('near'),
    }),
    match: {
      degree: 'partial',
      text: QUOTED,
      start: START,
      pageText: PAGE,
      evidence: { language: 'en', origin: 'ours', wording: 0, words: [], alignment: [] },
    },
    expanded: true,
  });
  expect(texts(card, '.body [data-relation]')).toHaveLength(1);
  expect(texts(card, '.more .status')).toEqual([
    'How the sources agree or differ: The two figures are for different years.',
  ]);
  expect(card.querySelectorAll('.more .figures tbody tr')).toHaveLength(figures.length);
});

test('a claim that was overtaken says by what and when, with a link; another how its sources lie', () => {
  const claim = data.claim();
  const status = 'The keeper named a wider bridge.';
  const overtakenBy = { date: '2025-09-02', address: 'https://bridge.example/wider' };
  const { card } = show({ data: { ...claim, status, overtakenBy } });
  const [line] = card.querySelectorAll('.status');
  expect(line?.textContent).toContain(`Overtaken on 2 September 2025: ${status} Source`);
  expect(line?.querySelector('a')?.getAttribute('href')).toBe(overtakenBy.address);
  const plain = show({ data: { ...claim, status } }).card;
  expect(texts(plain, '.status')).toEqual([`How the sources agree or differ: ${status}`]);
});
