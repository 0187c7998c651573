import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { listCalls } from '../../../entrypoints/background/list-calls.ts';
import type { Caller } from '../../../utils/messages/answer-background.ts';
import type { ReadingListStore } from '../../../utils/reading-list/store.ts';
import { StoreError } from '../../../utils/reading-list/store-error.ts';
import { openSampleStore, samplePage, samplePassage } from '../reading-list/samples.ts';

const open: ReadingListStore[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

async function calls() {
  const store = await openSampleStore();
  open.push(store);
  const openNote = vi.fn(async () => undefined);
  return { store, openNote, ...listCalls(async () => store, openNote) };
}

const page = (address: string): Caller => ({ kind: 'page', tabId: 1, frameId: 0, address });
const OWN = page('https://news.example/other');
const STRANGER = page('https://evil.example/');

describe('calls that keep passages', () => {
  it('save, list and take out a passage of the page that asks', async () => {
    const { save, savedOn, unsave } = await calls();
    const saved = await save(samplePassage(), OWN);
    if (!saved.ok) return expect.unreachable();
    const { address } = samplePage();
    expect(await savedOn({ address }, OWN)).toEqual({
      ok: true,
      value: [{ id: saved.value.id, selector: samplePassage().selector }],
    });
    expect(await unsave({ id: saved.value.id }, OWN)).toEqual({ ok: true, value: null });
    expect(await savedOn({ address }, OWN)).toEqual({ ok: true, value: [] });
  });

  it('let a page neither write, read nor delete what is of another page', async () => {
    const { save, savedOn, unsave, store } = await calls();
    const saved = await save(samplePassage(), OWN);
    if (!saved.ok) return expect.unreachable();
    const refused = { ok: false, error: { failure: 'refused' } };
    expect(await save(samplePassage(), STRANGER)).toMatchObject(refused);
    expect(await savedOn({ address: samplePage().address }, STRANGER)).toMatchObject(refused);
    expect(await unsave({ id: saved.value.id }, STRANGER)).toMatchObject(refused);
    expect((await store.list()).pages[0]?.passages).toHaveLength(1);
  });

  it('open the window for a note on what is of the page that asks, and on nothing else', async () => {
    const { save, writeNote, openNote } = await calls();
    const saved = await save(samplePassage(), OWN);
    if (!saved.ok) return expect.unreachable();
    const { id } = saved.value;
    expect(await writeNote({ id }, STRANGER)).toMatchObject({ ok: false });
    expect(openNote).not.toHaveBeenCalled();
    expect(await writeNote({ id }, OWN)).toEqual({ ok: true, value: null });
    expect(openNote).toHaveBeenCalledExactlyOnceWith(id);
  });

  it('hear the pages of the extension on every page', async () => {
    const { save } = await calls();
    expect(await save(samplePassage(), { kind: 'extension' })).toMatchObject({ ok: true });
  });

  it('may be made twice: the second one changes nothing', async () => {
    const { save, unsave } = await calls();
    const first = await save(samplePassage(), OWN);
    if (!first.ok) return expect.unreachable();
    expect(await save(samplePassage(), OWN)).toEqual({
      ok: true,
      value: { id: first.value.id, alreadySaved: true },
    });
    await unsave({ id: first.value.id }, OWN);
    expect(await unsave({ id: first.value.id }, OWN)).toEqual({ ok: true, value: null });
  });

  it('give the error of the store as a value with its remedy', async () => {
    const { save } = listCalls(async () => {
      throw new StoreError('quota');
    }, vi.fn());
    expect(await save(samplePassage(), OWN)).toMatchObject({
      ok: false,
      error: {
        message: expect.stringContaining('no room'),
        remedy: expect.stringContaining('Free'),
      },
    });
  });
});
