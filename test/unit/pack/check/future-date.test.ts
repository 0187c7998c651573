import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

test('a document dated after today is reported', () => {
  const files = smallPackWith('documents.yaml', 'date: "1901-05-01"', 'date: "2026-01-02"');
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { item: 'river-treaty-1901', message: 'the date 2026-01-02 lies in the future' },
  ]);
});

test('a date that the calendar does not have is reported', () => {
  const files = smallPackWith('pack.yaml', 'date: "2020-01-02"', 'date: "2020-02-30"');
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { file: 'pack.yaml', line: 4, message: 'the date 2020-02-30 does not exist' },
  ]);
});

test('a figure that was said after today is reported', () => {
  const files = smallPackWith(
    'claims/trade.yaml',
    'said_on: "1901-05-06"',
    'said_on: "2026-01-02"',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { item: 'claim-trade-1901', message: 'the date 2026-01-02 lies in the future' },
  ]);
});
