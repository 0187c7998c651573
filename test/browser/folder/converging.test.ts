import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyFolder, type Machine, machine, passage, sync, tidyUp } from './machines.ts';

afterEach(tidyUp);

const PAGES = 3;
const NOTES = ['a', 'b', 'c', 'd', 'e', 'f'];

const step = fc.record({
  machine: fc.integer({ min: 0, max: 2 }),
  what: fc.constantFrom('save', 'note', 'tags', 'remove', 'restore', 'carry', 'send', 'purge'),
  at: fc.integer({ min: 0, max: PAGES - 1 }),
  to: fc.integer({ min: 0, max: 2 }),
  note: fc.constantFrom(...NOTES),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(machines: readonly Machine[], each: Step, written: Set<string>): Promise<void> {
  const one = machines[each.machine];
  const other = machines[each.to];
  if (!one || !other) return;
  const { store } = one;
  const found = (await one.passages()).find(({ source }) => source.endsWith(`/${each.at}`));
  if (each.what === 'save') await store.savePassage(passage(each.at));
  if (each.what === 'carry') await one.carry();
  if (each.what === 'send') await sync(one.folder, other.folder);
  if (each.what === 'purge') await store.purge('2027-01-01T00:00:00.000Z');
  if (!found) return;
  if (each.what === 'note') {
    const note = `${each.note}${written.size}`;
    written.add(note);
    await store.update(found.id, { note });
  }
  if (each.what === 'tags') await store.update(found.id, { tags: [each.note] });
  if (each.what === 'remove') await store.remove([found.id]);
  if (each.what === 'restore') await store.restore(await store.remove([found.id]));
}

/** Everything as the reader sees it, whatever the ids are. */
async function seenOn(one: Machine) {
  const passages = await one.passages();
  return passages
    .map(({ selector, note, tags, status }) => ({ exact: selector.exact, note, tags, status }))
    .sort((a, b) => (a.exact < b.exact ? -1 : 1));
}

describe('three machines that edit, delete and carry in any order', () => {
  it('come to the same list in the end', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const machines = await Promise.all(
          [0, 500, -500].map(async (skew) => machine(await emptyFolder(), { skew })),
        );
        const written = new Set<string>();
        for (const each of steps) await take(machines, each, written);
        for (let round = 0; round < 3; round += 1) {
          for (const one of machines) await one.carry();
          for (const one of machines) {
            for (const other of machines) if (one !== other) await sync(one.folder, other.folder);
          }
        }
        for (const one of machines) await one.carry();
        const [first, ...others] = await Promise.all(machines.map(seenOn));
        for (const other of others) expect(other).toEqual(first);
        await tidyUp();
      }),
      { numRuns: 25, seed: 20260301 },
    );
  });
});
