import { afterEach, describe, expect, it } from 'vitest';
import { emptyFolder, linesIn, type Machine, machine, passage, sync, tidyUp } from './machines.ts';

afterEach(tidyUp);

async function twoMachines(skew = 0): Promise<[Machine, Machine]> {
  const folder = await emptyFolder();
  return [await machine(folder), await machine(folder, { skew })];
}

async function only(from: Machine) {
  const [first, ...others] = await from.passages();
  expect(others).toEqual([]);
  if (!first) throw new Error('The list is empty.');
  return first;
}

describe('two machines with one folder', () => {
  it('come to the same list, whoever saved what', async () => {
    const [one, two] = await twoMachines();
    for (let at = 0; at < 20; at += 1) {
      await (at % 2 === 0 ? one : two).store.savePassage(passage(at));
    }
    await one.carry();
    expect(await two.carry()).toMatchObject({ taken: 20, notWhole: 0, refused: 0, devices: 1 });
    await one.carry();
    expect(await one.passages()).toHaveLength(20);
    expect(new Set(await two.passages())).toEqual(new Set(await one.passages()));
  });

  it('write nothing and read nothing where nothing has changed', async () => {
    const [one, two] = await twoMachines();
    await one.store.savePassage(passage(1));
    await one.carry();
    await two.carry();
    await one.carry();
    await two.carry();
    expect(await one.carry()).toMatchObject({ taken: 0, written: 0 });
    expect(await two.carry()).toMatchObject({ taken: 0, written: 0 });
  });

  it('join the same passage of the same page that each had saved, under their own ids', async () => {
    const [one, two] = await twoMachines();
    const { id } = await one.store.savePassage(passage(1));
    await one.store.update(id, { note: 'from the first' });
    const other = await two.store.savePassage(passage(1));
    await two.store.update(other.id, { tags: ['second'] });
    for (const each of [one, two, one, two]) await each.carry();
    const joined = { note: 'from the first', tags: ['second'] };
    expect(await only(one)).toMatchObject({ id, ...joined });
    expect(await only(two)).toMatchObject({ id: other.id, ...joined });
    await one.store.remove([id]);
    await one.carry();
    await two.carry();
    expect(await two.passages()).toEqual([]);
  });

  it('let each field be edited on another machine', async () => {
    const [one, two] = await twoMachines();
    const { id } = await one.store.savePassage(passage(1));
    await one.carry();
    await two.carry();
    await one.store.update(id, { note: 'a note' });
    await two.store.update(id, { status: 'done' });
    for (const each of [one, two, one]) await each.carry();
    for (const each of [one, two]) {
      expect(await only(each)).toMatchObject({ note: 'a note', status: 'done' });
      expect(await each.conflicts()).toEqual([]);
    }
  });

  it('keep the note written last, and show the other one on both', async () => {
    const [one, two] = await twoMachines();
    const { id } = await one.store.savePassage(passage(1));
    await one.carry();
    await two.carry();
    await one.store.update(id, { note: 'the earlier one' });
    two.wind(5);
    await two.store.update(id, { note: 'the later one' });
    for (const each of [one, two, one]) await each.carry();
    for (const each of [one, two]) {
      expect(await only(each)).toMatchObject({ note: 'the later one' });
      expect(await each.conflicts()).toMatchObject([
        { id, field: 'note', value: 'the earlier one', kind: 'passage' },
      ]);
    }
    await one.settle((await one.conflicts()).map(({ key }) => key));
    await one.carry();
    await two.carry();
    expect(await two.conflicts()).toEqual([]);
  });

  it('see that an edit knew of another one, however wrong a clock is', async () => {
    const [one, two] = await twoMachines(-3 * 365 * 24 * 60);
    const { id } = await one.store.savePassage(passage(1));
    await one.store.update(id, { note: 'first' });
    await one.carry();
    await two.carry();
    await two.store.update(id, { note: 'second, by a clock three years behind' });
    await two.carry();
    await one.carry();
    expect(await only(one)).toMatchObject({ note: 'second, by a clock three years behind' });
    expect(await one.conflicts()).toEqual([]);
  });

  it('lose no edit to a clock that is ahead: the other one is shown', async () => {
    const [one, two] = await twoMachines(365 * 24 * 60);
    const { id } = await one.store.savePassage(passage(1));
    await one.carry();
    await two.carry();
    await two.store.update(id, { note: 'dated next year' });
    await one.store.update(id, { note: 'dated rightly' });
    for (const each of [two, one, two]) await each.carry();
    expect(await only(one)).toMatchObject({ note: 'dated next year' });
    expect(await two.conflicts()).toMatchObject([{ value: 'dated rightly' }]);
    await one.store.update(id, { note: 'and after that' });
    await one.carry();
    await two.carry();
    expect(await only(two)).toMatchObject({ note: 'and after that' });
  });

  it('carry deletions, also those that were removed for good meanwhile', async () => {
    const [one, two] = await twoMachines();
    const { id } = await one.store.savePassage(passage(1));
    await one.store.savePassage(passage(2));
    await one.carry();
    await two.carry();
    await one.store.remove([id]);
    await one.carry();
    await one.store.purge('2027-01-01T00:00:00.000Z');
    await one.carry();
    expect((await linesIn(one.folder)).filter(({ type }) => type === 'gone')).not.toEqual([]);
    await two.carry();
    expect(await two.passages()).toHaveLength(1);
    await two.store.purge('2027-01-01T00:00:00.000Z');
    for (const each of [two, one]) await each.carry();
    expect(await one.passages()).toHaveLength(1);
  });

  it('carry what was brought back after its deletion', async () => {
    const [one, two] = await twoMachines();
    const { id } = await one.store.savePassage(passage(1));
    for (const each of [one, two]) await each.carry();
    const removed = await one.store.remove([id]);
    for (const each of [one, two]) await each.carry();
    expect(await two.passages()).toEqual([]);
    await one.store.restore(removed);
    for (const each of [one, two]) await each.carry();
    expect(await two.passages()).toHaveLength(1);
  });

  it('keep what was edited on one while it was deleted on the other, and say so', async () => {
    const [one, two] = await twoMachines();
    const { id } = await one.store.savePassage(passage(1));
    for (const each of [one, two]) await each.carry();
    await one.store.remove([id]);
    await two.store.update(id, { note: 'I still need this' });
    for (const each of [one, two, one, two]) await each.carry();
    for (const each of [one, two]) {
      expect(await only(each)).toMatchObject({ id, note: 'I still need this' });
      expect(await each.conflicts()).toMatchObject([{ id, field: 'life' }]);
    }
  });

  it('let an edit that is taken back be taken back everywhere', async () => {
    const [one, two] = await twoMachines();
    const { id } = await one.store.savePassage(passage(1));
    for (const each of [one, two]) await each.carry();
    const images = await one.store.edit([id], () => ({ note: 'a slip' }));
    for (const each of [one, two]) await each.carry();
    await one.store.takeBack(images);
    for (const each of [one, two]) await each.carry();
    expect(await only(two)).toMatchObject({ note: '' });
    expect(await two.conflicts()).toEqual([]);
  });
});

describe('two machines whose folders a sync program carries', () => {
  async function apart(): Promise<[Machine, Machine]> {
    return [await machine(await emptyFolder()), await machine(await emptyFolder())];
  }
  const swap = async (one: Machine, two: Machine): Promise<void> => {
    await sync(one.folder, two.folder);
    await sync(two.folder, one.folder);
  };

  it('notice edits that both had written down before either heard of the other', async () => {
    const [one, two] = await apart();
    const { id } = await one.store.savePassage(passage(1));
    await one.carry();
    await swap(one, two);
    await two.carry();
    await one.store.update(id, { note: 'from one' });
    await one.carry();
    two.wind(60);
    await two.store.update(id, { note: 'from two' });
    await two.carry();
    await swap(one, two);
    for (const each of [one, two]) {
      await each.carry();
      expect(await only(each)).toMatchObject({ note: 'from two' });
      expect(await each.conflicts()).toMatchObject([{ value: 'from one' }]);
    }
  });

  it('take nothing of files that are half carried, and all of them once they are whole', async () => {
    const [one, two] = await apart();
    for (let at = 0; at < 6; at += 1) await one.store.savePassage(passage(at));
    await one.carry();
    for (const part of [0, 0.01, 0.3, 0.99]) {
      await sync(one.folder, two.folder, { cutTo: part });
      const report = await two.carry();
      expect(report.taken).toBe(0);
      expect(report.notWhole).toBeGreaterThan(0);
      expect(await two.passages()).toEqual([]);
    }
    await sync(one.folder, two.folder);
    expect(await two.carry()).toMatchObject({ notWhole: 0 });
    expect(await two.passages()).toHaveLength(6);
  });

  it('keep what they have where the sync program brings back an old state', async () => {
    const [one, two] = await apart();
    const { id } = await one.store.savePassage(passage(1));
    await one.store.update(id, { note: 'old' });
    await one.carry();
    const old = await emptyFolder();
    await sync(one.folder, old);
    await one.store.update(id, { note: 'new' });
    await one.carry();
    await sync(one.folder, two.folder);
    await two.carry();
    await sync(old, two.folder);
    await two.carry();
    expect(await only(two)).toMatchObject({ note: 'new' });
    await sync(old, one.folder);
    await one.carry();
    expect(await only(one)).toMatchObject({ note: 'new' });
    expect(await one.conflicts()).toEqual([]);
  });
});
