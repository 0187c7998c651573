import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

test('redirects that lead back to themselves are reported', () => {
  const files = smallPackWith(
    'redirects.yaml',
    'B1: [treaty-bridge-open]',
    'B1: [treaty-bridge-open]\n  b2: [b2]',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { item: 'b2', line: 3, message: 'the redirect leads back to itself: b2 → b2' },
  ]);
});

const redirects = (lines: readonly string[]) =>
  checkPack(
    smallPackWith(
      'redirects.yaml',
      'B1: [treaty-bridge-open]',
      ['B1: [treaty-bridge-open]', ...lines].join('\n  '),
    ),
    smallContext(),
  ).faults;

test('a circle is reported once, with the way round', () => {
  expect(redirects(['a: [treaty-bridge-open, b]', 'b: [c]', 'c: [a]', 'd: [a]'])).toMatchObject([
    { item: 'a', message: 'the redirect leads back to itself: a → b → c → a' },
  ]);
});

test('two ways to one item are no circle', () => {
  expect(redirects(['a: [b, c]', 'b: [treaty-bridge-open]', 'c: [treaty-bridge-open, b]'])).toEqual(
    [],
  );
});

test('a circle of twenty thousand redirects is found at once', () => {
  const long = Array.from({ length: 20_000 }, (_, at) => `r${at}: [r${(at + 1) % 20_000}]`);
  const [fault, ...more] = redirects(long);
  expect(fault?.message).toBe('the redirect leads back to itself: r0 → r1 → r2 → r3 → … → r0');
  expect(more).toEqual([]);
}, 10_000);
