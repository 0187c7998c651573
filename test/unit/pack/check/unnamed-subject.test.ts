import { expect, test } from 'vitest';
import { faultsOf } from '../../../support/pack-with-slots.ts';
import { smallPack } from '../../../support/small-pack.ts';

const ENGLISH = 'subjects:\n  bridge: "The bridge"\n  trade: "Trade"\n';
const RUSSIAN = `language: ru
subjects: {bridge: "Мост", trade: "Торговля"}
items:
  openness: {question: "Открыт ли мост?"}
  framing-open-bridge: {label: "Открытый мост", gist: "Каждый может перейти мост."}
  framing-closed-bridge: {label: "Закрытый мост", gist: "Стража не пускает бедных."}
`;

const packWith = (english: string, russian = RUSSIAN) =>
  smallPack().set('subjects.yaml', english).set('texts/ru.yaml', russian);

test('a pack that names every subject in every language has no fault', () => {
  expect(faultsOf(packWith(ENGLISH))).toEqual([]);
});

test('a pack that names none need not begin with it', () => {
  expect(faultsOf(smallPack())).toEqual([]);
});

test('a subject without a name is reported at the first item that has it', () => {
  const english = ENGLISH.replace('  trade: "Trade"\n', '');
  expect(faultsOf(packWith(english, RUSSIAN.replace(', trade: "Торговля"', '')))).toMatchObject([
    {
      file: 'claims/trade.yaml',
      line: 3,
      item: 'claim-trade-1901',
      message: 'its subject "trade" has no name',
    },
  ]);
});

test('a subject that is not named in a language of the pack is reported there', () => {
  const russian = RUSSIAN.replace(', trade: "Торговля"', '');
  expect(faultsOf(packWith(ENGLISH, russian))).toMatchObject([
    { file: 'texts/ru.yaml', line: 2, message: 'has no name of the subject "trade" in ru' },
  ]);
});

test('names of subjects that nothing has are reported in both files', () => {
  const english = `${ENGLISH}  ferry: "Ferries"\n`;
  const russian = RUSSIAN.replace('{bridge:', '{ferry: "Паромы", toll: "Сборы", bridge:');
  expect(faultsOf(packWith(english, russian))).toMatchObject([
    {
      file: 'subjects.yaml',
      line: 4,
      message: 'names the subject "ferry", which no clause or claim has',
    },
    {
      file: 'texts/ru.yaml',
      line: 2,
      message: 'names the subject "toll", which subjects.yaml does not',
    },
  ]);
});

test('a name is neutral like every other text of ours', () => {
  expect(faultsOf(packWith(ENGLISH.replace('"Trade"', '"Trade propaganda"')))).toMatchObject([
    { file: 'subjects.yaml', line: 3, message: 'uses the word "propaganda" in our own name' },
  ]);
});
