import { expect, test } from 'vitest';
import { checkPack } from '../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPack, smallPackWith } from '../../support/small-pack.ts';

const faultsOf = (files: Map<string, string>) => checkPack(files, smallContext()).faults;
const claims = (text: string) => faultsOf(smallPack().set('claims/trade.yaml', text));
const WRONG_ENCODING = 'Save the file as UTF-8 without a byte order mark';

test.each([
  ['null characters between wrong ones', '\uFFFDc\0l\0a\0i\0m\0s\0', WRONG_ENCODING],
  ['a list at its root', '- a\n- b\n', 'Correct its shape'],
  ['a second document', 'claims: []\n---\nclaims: []\n', 'Take the line out'],
  [
    'twenty thousand brackets',
    `claims: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    'Correct its brackets or its indentation',
  ],
  ['a key that every object has', 'claims: []\n__proto__: {a: 1}\n', 'Choose another name'],
])('a file with %s gives one message, with what to do', (_, text, remedy) => {
  const faults = claims(text);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ file: 'claims/trade.yaml', remedy });
});

test('a slip that the reader stumbles over twice is told once, with both lines', () => {
  const faults = claims('claims:\n  - id: a\n   x: 1\n   y: 2\n');
  expect(new Set(faults.map(({ message }) => message)).size).toBe(faults.length);
});

test('a framing with a fault does not make its topic one-sided', () => {
  const files = smallPackWith('topics/openness.yaml', 'label: "Open bridge"', 'label: 7');
  expect(faultsOf(files)).toMatchObject([{ item: 'framing-open-bridge', line: 5 }]);
});

test('texts stand under the name of their language', () => {
  const texts = 'language: ru\nitems: {no-such: {title: "Нет"}}\n';
  expect(faultsOf(smallPack().set('texts/xx.yaml', texts))).toMatchObject([
    {
      file: 'texts/xx.yaml',
      message: 'holds texts in "ru" under another name',
      remedy: 'Put them into texts/ru.yaml',
    },
  ]);
});

test.each([
  ['sources.yaml', 'https://gazette.example/1901', 'javascript:alert(1)', 'an address begins with'],
  ['pack.yaml', '{en: ["Northland"], zh: ["北国"], ru: ["Северия"]}', '{}', 'a party has a name'],
  ['claims/trade.yaml', '12000000', '[12]', 'a list where a number or a text belongs'],
  ['claims/trade.yaml', '12000000', '.inf', 'a figure has an end'],
  ['claims/trade.yaml', '12000000', '.nan', 'is not a number'],
  ['topics/openness.yaml', 'offset: 20', 'offset: -20', 'an offset is 0 or more'],
])('%s refuses to hold %s as %s', (file, from, to, message) => {
  expect(faultsOf(smallPackWith(file, from, to))).toMatchObject([
    { file, message: expect.stringContaining(message) },
  ]);
});

test('a slice as long as its words is asked for even where the source is not at hand', () => {
  const files = smallPackWith('topics/openness.yaml', 'offset: 20, end: 31', 'offset: 31, end: 20');
  expect(checkPack(files, { ...smallContext(), sources: null }).faults).toMatchObject([
    { item: 'framing-open-bridge', message: 'has 11 characters, and its slice has -11' },
  ]);
});
