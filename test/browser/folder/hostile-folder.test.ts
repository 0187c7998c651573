import { afterEach, describe, expect, it } from 'vitest';
import {
  type Line,
  readBucket,
  textOfLine,
  writeBucket,
} from '../../../utils/reading-list/folder/bucket-file.ts';
import type { PassageRecord } from '../../../utils/reading-list/model.ts';
import {
  emptyFolder,
  filesUnder,
  linesIn,
  type Machine,
  machine,
  passage,
  tidyUp,
  writeText,
} from './machines.ts';

afterEach(tidyUp);

const STRANGER = '99999999-9999-4999-8999-999999999999';
const SCRIPT = '<img src=x onerror=alert(1)><script>alert(2)</script>';

async function withOne(): Promise<Machine & { readonly id: string }> {
  const one = await machine(await emptyFolder());
  const { id } = await one.store.savePassage(passage(1));
  await one.carry();
  return { ...one, id };
}

async function putLines(one: Machine, lines: readonly (Line | string)[]): Promise<void> {
  const texts = lines.map((line) => (typeof line === 'string' ? `${line}\n` : textOfLine(line)));
  const { text } = await writeBucket(texts);
  await writeText(one.folder, `${STRANGER}/00.jsonl`, text);
}

/** A record of the list as a file holds it, for the stranger to forge. */
async function recordIn(one: Machine): Promise<PassageRecord> {
  const [record] = await one.passages();
  if (!record) throw new Error('The list is empty.');
  return record;
}

const lineOf = (record: object, seen: object = {}): string =>
  JSON.stringify({ type: 'record', record, seen });

describe('what anybody may have put into the folder', () => {
  it('is left alone where it is none of ours: other files, other folders, other names', async () => {
    const one = await withOne();
    await writeText(one.folder, 'holiday/photo.jpg', 'not a list');
    await writeText(one.folder, `${STRANGER}/notes.txt`, 'mine');
    await writeText(one.folder, `${STRANGER}/00 (conflicted copy).jsonl`, 'copy');
    await writeText(one.folder, `${STRANGER}/00.jsonl`, '{"some":"thing else"}\nwhole\n');
    expect(await one.carry()).toMatchObject({ taken: 0, refused: 1, written: 0 });
    const files = await filesUnder(one.folder);
    expect(await (await files.get('holiday/photo.jpg')?.getFile())?.text()).toBe('not a list');
    expect(await (await files.get(`${STRANGER}/00.jsonl`)?.getFile())?.text()).toContain('whole');
  });

  it('stays text where it is a script, in every field', async () => {
    const one = await withOne();
    const record = await recordIn(one);
    const forged = { ...record, id: 'forged', note: SCRIPT, tags: [SCRIPT] };
    const selector = { ...record.selector, exact: SCRIPT };
    await putLines(one, [
      lineOf({ ...forged, selector }),
      lineOf({ ...forged, id: 'runs', source: 'javascript:alert(1)', selector }),
      lineOf({ ...forged, id: 'data', source: 'data:text/html,x', selector }),
    ]);
    expect(await one.carry()).toMatchObject({ taken: 1, refused: 2 });
    const taken = (await one.passages()).find(({ id }) => id === 'forged');
    expect(taken).toMatchObject({ note: SCRIPT, tags: [SCRIPT], selector: { exact: SCRIPT } });
  });

  it('reaches no prototype by its keys', async () => {
    const one = await withOne();
    const { id: _, ...record } = await recordIn(one);
    const text = JSON.stringify({ ...record, note: 'kept' }).slice(1);
    const evil = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}';
    await putLines(one, [
      `{"type":"record","seen":{"note":{"__proto__":5}},"record":{"id":"a",${text}}`,
      `{"type":"record","seen":{},${evil},"record":{"id":"b",${evil},${text}}`,
    ]);
    await one.carry();
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    for (const each of await one.passages()) {
      expect(Object.getPrototypeOf(each)).toBe(Object.prototype);
      expect('polluted' in each).toBe(false);
    }
  });

  it('cannot grow without bounds: notes, counters, devices, depth', async () => {
    const one = await withOne();
    const record = await recordIn(one);
    const many = Object.fromEntries(
      Array.from({ length: 101 }, (_, at) => [
        `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
        1,
      ]),
    );
    await putLines(one, [
      lineOf({ ...record, note: 'x'.repeat(1_000_000), edited: { note: '2030-01-01T00:00:00Z' } }),
      lineOf(record, { note: { [STRANGER]: Number.MAX_SAFE_INTEGER } }),
      lineOf(record, { note: { [STRANGER]: -1 } }),
      lineOf(record, { note: { [STRANGER]: 1.5 } }),
      lineOf(record, { note: many }),
      `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
      '{"type":"gone","version":{"kind":"passage","id":1}}',
      '{"type":"conflict","conflict":{"field":"id","value":"x"}}',
    ]);
    expect(await one.carry()).toMatchObject({ taken: 0, refused: 8 });
    expect(await one.passages()).toEqual([record]);
  });

  it('of a newer version is left for a newer version, and said', async () => {
    const one = await withOne();
    const { text } = await writeBucket([]);
    await writeText(one.folder, `${STRANGER}/00.jsonl`, text.replace('"version":1', '"version":2'));
    expect(await one.carry()).toMatchObject({ taken: 0, newer: 1, refused: 0 });
  });

  it('with a byte changed on the way counts as half carried', async () => {
    const one = await withOne();
    const record = await recordIn(one);
    const { text } = await writeBucket([lineOf({ ...record, id: 'other' })]);
    await writeText(one.folder, `${STRANGER}/00.jsonl`, text.replace('Words', 'Wards'));
    expect(await one.carry()).toMatchObject({ taken: 0, notWhole: 1 });
  });

  it('is limited to a hundred devices', async () => {
    const one = await withOne();
    const { text } = await writeBucket([]);
    for (let at = 0; at < 120; at += 1) {
      const device = `11111111-0000-4000-8000-${String(at).padStart(12, '0')}`;
      await writeText(one.folder, `${device}/00.jsonl`, text);
    }
    expect((await one.carry()).devices).toBeLessThanOrEqual(100);
  });

  it('may be our own name: a copied profile takes another one, and nobody overwrites', async () => {
    const one = await withOne();
    const [path = ''] = [...(await filesUnder(one.folder)).keys()];
    const record = await recordIn(one);
    const theirs = { ...record, note: 'by the copy', edited: { note: '2026-05-01T00:00:00.000Z' } };
    const [device = ''] = path.split('/');
    const { text } = await writeBucket([lineOf(theirs, { note: { [device]: 1 } })]);
    await writeText(one.folder, path, text);
    await one.carry();
    expect(await recordIn(one)).toMatchObject({ note: 'by the copy' });
    const file = (await filesUnder(one.folder)).get(path);
    expect(await (await file?.getFile())?.text()).toBe(text);
    expect(
      new Set([...(await filesUnder(one.folder)).keys()].map((p) => p.split('/')[0])).size,
    ).toBe(2);
  });
});

describe('a folder that fails', () => {
  /** The folder, with a method of every handle under it replaced. */
  const failing = (
    folder: FileSystemDirectoryHandle,
    method: string,
    name: string,
  ): FileSystemDirectoryHandle =>
    new Proxy(folder, {
      get(target, key) {
        const held: unknown = Reflect.get(target, key);
        if (typeof held !== 'function') return held;
        if (key === method) {
          return async () => {
            throw new DOMException('', name);
          };
        }
        if (key === 'entries') return held.bind(target);
        return async (...args: unknown[]) => {
          const result: unknown = await held.apply(target, args);
          return result instanceof FileSystemHandle
            ? failing(result as FileSystemDirectoryHandle, method, name)
            : result;
        };
      },
    });

  it.each([
    ['getDirectoryHandle', 'NotAllowedError', 'permission'],
    ['getDirectoryHandle', 'NotFoundError', 'gone'],
    ['createWritable', 'QuotaExceededError', 'full'],
    ['createWritable', 'NoModificationAllowedError', 'failed'],
  ])('says why where %s meets %s, and the list stays as it is', async (method, name, failure) => {
    const one = await machine(await emptyFolder());
    const { id } = await one.store.savePassage(passage(1));
    const broken = await machine(failing(one.folder, method, name));
    await broken.store.savePassage(passage(2));
    await expect(broken.carry()).rejects.toMatchObject({ name: 'FolderError', failure });
    expect(await broken.passages()).toHaveLength(1);
    expect(await one.passages()).toMatchObject([{ id }]);
  });

  it('says that it has gone where it was deleted', async () => {
    const one = await withOne();
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(one.folder.name, { recursive: true });
    await expect(one.carry()).rejects.toMatchObject({ failure: 'gone' });
    expect(await one.passages()).toHaveLength(1);
    await root.getDirectoryHandle(one.folder.name, { create: true });
  });

  it('gets everything again where somebody emptied it', async () => {
    const one = await withOne();
    await one.folder.removeEntry('parallax-reading-list', { recursive: true });
    expect(await one.carry()).toMatchObject({ written: 1 });
    expect((await linesIn(one.folder)).filter(({ type }) => type === 'record')).toHaveLength(2);
  });

  it('never holds a half-written file: what was there stays until the new one is whole', async () => {
    const one = await withOne();
    const [[path = '', handle] = []] = await filesUnder(one.folder);
    const before = await (await handle?.getFile())?.text();
    const stream = await handle?.createWritable();
    await stream?.write('half of a new ');
    expect(await (await handle?.getFile())?.text()).toBe(before);
    await stream?.abort();
    const after = await (await filesUnder(one.folder)).get(path)?.getFile();
    expect(await readBucket((await after?.text()) ?? '')).toMatchObject({ ok: true });
  });
});
