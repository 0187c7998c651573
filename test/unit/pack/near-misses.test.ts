import { expect, test } from 'vitest';
import { bundledPack } from '../../support/bundled-pack.ts';

test('every framing of the bundled pack names a near miss, each with its reason', () => {
  const pack = bundledPack();
  const avoided = new Map<string, string[]>();
  for (const { id, avoid = [] } of pack.wordings)
    avoided.set(id, [...(avoided.get(id) ?? []), ...avoid.map(({ reason }) => reason)]);
  const framings = pack.topics.flatMap((topic) => topic.framings.map(({ id }) => id));
  expect(framings.filter((id) => (avoided.get(id) ?? []).length === 0)).toEqual([]);
}, 30_000);
