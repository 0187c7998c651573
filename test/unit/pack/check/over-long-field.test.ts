import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { LIMITS } from '../../../../utils/pack/limits.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

test('a title over the limit is reported with its length and the limit', () => {
  const long = 'B'.repeat(LIMITS.title + 1);
  const files = smallPackWith('clauses/river-treaty-1901.yaml', 'Bridge open to all', long);
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    {
      item: 'treaty-bridge-open',
      line: 4,
      message: `"title" has ${LIMITS.title + 1} characters; at most ${LIMITS.title} fit`,
    },
  ]);
});

test('a title of exactly the limit passes', () => {
  const long = 'B'.repeat(LIMITS.title);
  const files = smallPackWith('clauses/river-treaty-1901.yaml', 'Bridge open to all', long);
  expect(checkPack(files, smallContext()).faults).toEqual([]);
});

test('a voice of more words than a card holds is reported', () => {
  const long = Array.from({ length: LIMITS.voiceWords + 1 }, () => 'open').join(' ');
  const files = smallPackWith(
    'topics/openness.yaml',
    'text: "open to all", by: "the treaty", source: {file: "gazette.txt", offset: 20, end: 31}',
    `text: "${long}", by: "the treaty", source: {file: "gazette.txt", offset: 0, end: ${long.length}}`,
  );
  const context = { ...smallContext(), sources: null };
  expect(checkPack(files, context).faults).toMatchObject([
    { item: 'framing-open-bridge', message: 'a voice has 41 words; at most 40 fit on a card' },
  ]);
});
