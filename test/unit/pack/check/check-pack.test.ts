import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkPack, RULES } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPack } from '../../../support/small-pack.ts';

test('a pack without a fault passes every rule', () => {
  expect(checkPack(smallPack(), smallContext())).toMatchObject({ faults: [], skipped: [] });
});

test('faults of several files come in one run, in the order of files and lines', () => {
  const files = smallPack();
  files.set('claims/trade.yaml', 'claims: [}');
  files.set('ids.yaml', '{}');
  const spoil = (file: string, from: string, to: string) =>
    files.set(file, (files.get(file) ?? '').replace(from, to));
  spoil('clauses/river-treaty-1901.yaml', 'be open to all"', 'be open to ail"');
  spoil('topics/openness.yaml', 'gist: "Guards keep the poor from crossing."', 'gist: 7');
  const { faults, skipped } = checkPack(files, smallContext());
  expect([...new Set(faults.map(({ file }) => file))]).toEqual([
    'claims/trade.yaml',
    'clauses/river-treaty-1901.yaml',
    'ids.yaml',
    'topics/openness.yaml',
  ]);
  expect(skipped).toContain('dangling-reference');
});

test('every rule has a test file of its name, and there is no test of a rule that is gone', () => {
  const tests = readdirSync(import.meta.dirname)
    .map((file) => path.basename(file, '.test.ts'))
    .filter((name) => name !== 'check-pack');
  expect(tests.sort()).toEqual(RULES.map(({ name }) => name).sort());
});
