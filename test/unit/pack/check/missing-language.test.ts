import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPack, smallPackWith } from '../../../support/small-pack.ts';

test('a framing without a cue in a language that others have is reported', () => {
  const files = smallPackWith('topics/openness.yaml', ', ru: ["закрытый мост"]', '');
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { item: 'framing-closed-bridge', message: 'has no cue in "ru"' },
  ]);
});

test('a framing without a name in a language of the interface that has a file is reported', () => {
  const texts = 'language: ru\nitems:\n  openness: {question: "Открыт ли мост?"}\n';
  const files = smallPack().set('texts/ru.yaml', texts);
  const items = checkPack(files, smallContext()).faults.map(({ item, message }) => [item, message]);
  expect(items).toEqual([
    ['framing-open-bridge', 'has no label in ru'],
    ['framing-closed-bridge', 'has no label in ru'],
    ['framing-open-bridge', 'has no gist in ru'],
    ['framing-closed-bridge', 'has no gist in ru'],
  ]);
});

test('a title that one clause has in a language is missed where another lacks it', () => {
  const second = `  - id: treaty-toll
    title: "No toll"
    subject: bridge
    speaker: "joint text"
    texts:
      en: {text: "No toll is taken", rendering: treaty-text, address: "https://gazette.example/toll"}
    alignment: english-only
`;
  const clauses = 'clauses/river-treaty-1901.yaml';
  const names = `language: ru
items:
  openness: {question: "Открыт ли мост?"}
  framing-open-bridge: {label: "Открытый мост", gist: "Все переходят мост."}
  framing-closed-bridge: {label: "Закрытый мост", gist: "Бедных не пускают."}
  treaty-bridge-open: {title: "Мост открыт для всех"}
`;
  const files = smallPack().set('texts/ru.yaml', names);
  files.set(clauses, `${files.get(clauses) ?? ''}${second}`);
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { file: 'texts/ru.yaml', item: 'treaty-toll', message: 'has no title in ru' },
  ]);
});
