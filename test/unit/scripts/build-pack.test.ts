import { expect, test } from 'vitest';
import { readPackFolder } from '../../../scripts/packs/build-pack.ts';
import { packFolder } from '../../../scripts/packs/folders.ts';

const folder = packFolder('china-russia');

test('without our wordings an index keeps what the sources say, and the claims’ statements', () => {
  const whole = readPackFolder(folder).items;
  const bare = readPackFolder(folder, { withoutWordings: true }).items;
  expect(bare.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
  const ours = bare.flatMap(({ kind, wordings }) =>
    wordings.filter(({ origin }) => origin === 'ours').map(() => kind),
  );
  expect(new Set(ours)).toEqual(new Set(['claim']));
  const printed = (items: typeof whole) =>
    items.map(({ wordings }) => wordings.filter(({ origin }) => origin !== 'ours'));
  expect(printed(bare)).toEqual(printed(whole));
  expect(bare.flatMap(({ cues }) => cues).some(({ isOurs }) => isOurs)).toBe(false);
  expect(bare.flatMap(({ avoid }) => avoid)).toEqual([]);
  expect(bare.flatMap(({ cues }) => cues).length).toBeGreaterThan(500);
}, 30_000);
