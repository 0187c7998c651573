import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPack, smallPackWith } from '../../../support/small-pack.ts';

test('a gist of two sentences is reported', () => {
  const files = smallPackWith(
    'topics/openness.yaml',
    'Everybody may cross the bridge.',
    'Everybody may cross. It is free.',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { item: 'framing-open-bridge', message: 'the gist is not one sentence' },
  ]);
});

test('a gist much longer than another of its topic is reported', () => {
  const files = smallPackWith(
    'topics/openness.yaml',
    'Everybody may cross the bridge.',
    'Everybody, from whichever of the two banks and on whatever errand, may cross the bridge by day and also by night.',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { item: 'framing-open-bridge', file: 'topics/openness.yaml', line: 8 },
  ]);
});

test('a translation stands under the same rule', () => {
  const texts = (open: string, closed: string) =>
    smallPack().set(
      'texts/ru.yaml',
      `language: ru\nitems:\n  openness: {question: "Открыт ли мост?"}\n  framing-open-bridge: {label: "${open}", gist: "По мосту может пройти каждый."}\n  framing-closed-bridge: {label: "Закрытый мост", gist: "${closed}"}\n`,
    );
  const sentence = 'Стража не пускает бедных.';
  expect(checkPack(texts('Открытый мост', sentence), smallContext()).faults).toEqual([]);
  expect(checkPack(texts('Мост открыт.', sentence), smallContext()).faults).toMatchObject([
    { file: 'texts/ru.yaml', line: 4, item: 'framing-open-bridge' },
  ]);
  expect(checkPack(texts('Открытый мост', 'Нет.'), smallContext()).faults).toMatchObject([
    { item: 'framing-open-bridge', message: expect.stringContaining('29 characters') },
  ]);
});
