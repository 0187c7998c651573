import { expect, test } from 'vitest';
import { loadPack } from '../../../utils/pack/load.ts';
import { smallPack, smallPackWith } from '../../support/small-pack.ts';

test('a good pack is loaded without a fault', () => {
  const { pack, faults } = loadPack(smallPack());
  expect(faults).toEqual([]);
  expect(pack?.clauses.map(({ id, document }) => [id, document])).toEqual([
    ['treaty-bridge-open', 'river-treaty-1901'],
  ]);
});

test.each([...smallPack().keys()].map((file) => [file]))('%s rejects {}', (file) => {
  const { pack, faults } = loadPack(smallPack().set(file, '{}'));
  expect(pack).toBeNull();
  expect(faults.some((fault) => fault.file === file && fault.message.endsWith('is missing'))).toBe(
    true,
  );
});

test.each([...smallPack().keys()].map((file) => [file]))('%s rejects an empty file', (file) => {
  const { pack, faults } = loadPack(smallPack().set(file, ''));
  expect(pack).toBeNull();
  expect(faults.map((fault) => fault.file)).toContain(file);
});

test('a YAML error is reported once, with its line and what to do', () => {
  const files = smallPackWith(
    'claims/trade.yaml',
    'said_by: "The Gazette"',
    'said_by: "The Gazette',
  );
  const { pack, faults } = loadPack(files);
  expect(pack).toBeNull();
  expect(faults[0]).toMatchObject({ file: 'claims/trade.yaml', line: 7 });
  expect(faults[0]?.remedy).toContain('double quotes');
});

test('a wrong type is reported with file, line, item and remedy', () => {
  const files = smallPackWith(
    'clauses/river-treaty-1901.yaml',
    'speaker: "joint text"',
    'speaker: 7',
  );
  expect(loadPack(files).faults).toEqual([
    {
      file: 'clauses/river-treaty-1901.yaml',
      line: 6,
      item: 'treaty-bridge-open',
      message: '"speaker" has a wrong type: a number where a text belongs',
      remedy: 'Put the text in double quotes',
    },
  ]);
});

test('a field that the format does not know is reported by name', () => {
  const files = smallPackWith('clauses/river-treaty-1901.yaml', 'subject: bridge', 'topic: bridge');
  expect(loadPack(files).faults.map(({ message }) => message)).toEqual([
    'the field "subject" is missing',
    'unknown field "topic"',
  ]);
});

test('an id that is used twice is reported with both places', () => {
  const files = smallPackWith(
    'claims/trade.yaml',
    'id: claim-trade-1901',
    'id: treaty-bridge-open',
  );
  expect(loadPack(files).faults).toMatchObject([
    {
      file: 'claims/trade.yaml',
      line: 2,
      item: 'treaty-bridge-open',
      message: 'the id is used twice; first at clauses/river-treaty-1901.yaml:3',
    },
  ]);
});

test.each([
  ['a wrong encoding', 'name: "Fl\uFFFDsse"', 'holds U+FFFD'],
  ['a byte order mark', '\uFEFFname: "River"', 'holds a byte order mark'],
  ['null characters', 'name: "\0"', 'holds null characters'],
])('%s is reported', (_, text, message) => {
  const { pack, faults } = loadPack(smallPack().set('formulae.yaml', text));
  expect(pack).toBeNull();
  expect(faults).toMatchObject([
    { file: 'formulae.yaml', line: 1, message: expect.stringContaining(message) },
  ]);
});

test('an alias is refused, so that a small file cannot grow into a large value', () => {
  const files = smallPack().set('formulae.yaml', 'formulae:\n  - &a {id: x}\n  - *a\n');
  expect(loadPack(files).faults).toMatchObject([
    { file: 'formulae.yaml', message: expect.stringContaining('alias') },
  ]);
});

test('a file that the format does not know is reported', () => {
  const { faults } = loadPack(smallPack().set('clause/more.yaml', 'a: 1'));
  expect(faults).toMatchObject([{ file: 'clause/more.yaml', item: null }]);
});

test('a pack without pack.yaml, and one without items, say what is missing', () => {
  const headless = smallPack();
  headless.delete('pack.yaml');
  expect(loadPack(headless).faults.map(({ message }) => message)).toContain('the file is missing');
  const head = new Map([['pack.yaml', smallPack().get('pack.yaml') ?? '']]);
  expect(loadPack(head).faults).toMatchObject([
    { file: 'pack.yaml', remedy: expect.stringContaining('Add') },
  ]);
});

test('one faulty entry leaves the others of its file in what is checked', () => {
  const files = smallPackWith(
    'topics/openness.yaml',
    'gist: "Everybody may cross the bridge."',
    'gist: ""',
  );
  const { faults } = loadPack(files);
  expect(faults).toMatchObject([
    { item: 'framing-open-bridge', line: 8, message: '"gist" is empty' },
  ]);
});
