import { expect, test } from 'vitest';
import { createWordTest } from '../../../../scripts/packs/holds-words.ts';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPack, smallPackWith } from '../../../support/small-pack.ts';

const context = { ...smallContext(), holdsWords: createWordTest() };

/** The faults of the small pack with a note of ours on its claim. */
const faultsOfNote = (note: string) =>
  checkPack(smallPackWith('claims/trade.yaml', 'note: "One source."', `note: '${note}'`), context)
    .faults;

/** The faults of the small pack with texts in another language. */
const faultsOfTexts = (language: string, texts: string) =>
  checkPack(
    smallPack().set(`texts/${language}.yaml`, `language: ${language}\n${texts}\n`),
    context,
  ).faults.filter(({ message }) => message.includes('quotation marks'));

const QUESTION = (text: string) => `items:\n  openness: {note: "${text}"}`;

test.each([
  '“open to everybody”',
  '«open to everybody»',
  '„open to everybody“',
  '"open to everybody"',
])('words that nobody said are no quotation: %s', (words) => {
  expect(faultsOfNote(`The treaty says ${words}.`)).toMatchObject([
    {
      file: 'claims/trade.yaml',
      item: 'claim-trade-1901',
      message:
        'puts “open to everybody” between quotation marks, which no quotation of the pack holds',
    },
  ]);
});

test.each([
  'The treaty says “open to all”.',
  'The treaty says “Open to all.”',
  'The treaty says “the bridge … open to all”.',
  'The bridge’s guards and the travellers’ dogs.',
])('verbatim words and apostrophes pass: %s', (note) => {
  expect(faultsOfNote(note.replaceAll("'", "''"))).toEqual([]);
});

test('a translation of ours is no quotation', () => {
  expect(faultsOfTexts('ru', QUESTION('Договор говорит: «открыт для всех».'))).toMatchObject([
    { file: 'texts/ru.yaml', line: 3, item: 'openness' },
  ]);
  expect(faultsOfTexts('ru', QUESTION('По договору мост открыт для всех.'))).toEqual([]);
});

test('the original in another script of Chinese is a quotation', () => {
  const files = smallPackWith(
    'clauses/river-treaty-1901.yaml',
    '    texts:\n',
    '    texts:\n      zh: {text: "桥梁开放", rendering: treaty-text, address: "https://g.example"}\n',
  ).set('texts/zh-Hant.yaml', `language: zh-Hant\n${QUESTION('條約說「橋樑開放」。')}\n`);
  expect(
    checkPack(files, context).faults.filter(({ message }) => message.includes('quotation marks')),
  ).toEqual([]);
  expect(faultsOfTexts('zh-Hant', QUESTION('條約說「橋樑開放」。'))).toHaveLength(1);
});

test('a name that the language writes between marks is listed, and passes in its inflections', () => {
  const text = QUESTION('Паром компании «Речная Звезда» и билеты «Речной Звезды».');
  expect(faultsOfTexts('ru', text)).toHaveLength(2);
  expect(faultsOfTexts('ru', `marked_names: ["Речная Звезда", "Речной Звезды"]\n${text}`)).toEqual(
    [],
  );
});

test('our Russian rendering of a clause is no quotation either', () => {
  const files = smallPackWith(
    'clauses/river-treaty-1901.yaml',
    '    alignment:',
    '    rendering_ours: {ru: "Мост «открыт» для всех"}\n    alignment:',
  );
  expect(checkPack(files, context).faults).toMatchObject([
    { item: 'treaty-bridge-open', line: 12, message: expect.stringContaining('“открыт”') },
  ]);
});

test('names, notes and words about a rendering are ours as well', () => {
  expect(faultsOfTexts('ru', 'names: {Northland: "«Северия»"}\nitems: {}')).toMatchObject([
    { file: 'texts/ru.yaml', line: 2, item: 'Northland' },
  ]);
});
