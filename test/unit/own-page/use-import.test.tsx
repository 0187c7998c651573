// @vitest-environment happy-dom
import { writeJson } from '../../support/written.ts';
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ImportState } from '../../../components/reading-list/types.ts';
import { recordFaultText } from '../../../utils/i18n/fault-text.ts';
import type { InterfaceLanguage } from '../../../utils/i18n/translate.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import { useImport } from '../../../utils/own-page/use-import.ts';
import type { ReadingListStore } from '../../../utils/reading-list/store.ts';
import { generatedList } from '../reading-list/generated.ts';
import { openSampleStore } from '../reading-list/samples.ts';

const LIST = generatedList(600, 3);
const WHOLE = writeJson({ pages: LIST, unreadable: [] }, new Date('2026-02-03T04:05:06Z'));

describe('bringing a file in', () => {
  let store: ReadingListStore;
  let transfer: ReturnType<typeof useImport>;
  let seen: ImportState[];
  const done = vi.fn();
  const cancelled = vi.fn();

  beforeEach(async () => {
    store = await openSampleStore();
    seen = [];
    done.mockClear();
    cancelled.mockClear();
  });

  afterEach(() => {
    act(() => render(null, document.body));
    store.close();
  });

  function show(language: InterfaceLanguage = 'en'): void {
    const t = createTranslator(language);
    const withStore = <T,>(task: (list: ReadingListStore) => Promise<T>): Promise<T> => task(store);
    function Shown() {
      transfer = useImport({ withStore, done, cancelled, t });
      if (transfer.importing) seen.push(transfer.importing);
      return null;
    }
    act(() => render(<Shown />, document.body));
  }

  /** Waits for a step; the file is read while the browser has its turns. */
  async function step<Name extends ImportState['step']>(name: Name) {
    await vi.waitFor(() => expect(transfer.importing?.step).toBe(name), 20_000);
    return transfer.importing as Extract<ImportState, { step: Name }>;
  }

  const held = async (): Promise<number> => (await store.list()).pages.length;

  test('says how far it is, ever further, and changes nothing before the reader says so', async () => {
    show();
    transfer.importFile(new Blob([WHOLE]), 'list.json');
    const { report } = await step('preview');
    expect(report.added).toBeGreaterThan(LIST.length);
    const parts = seen.flatMap((each) => (each.step === 'reading' ? [each.part] : []));
    expect(parts.length).toBeGreaterThan(2);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts.at(-1)).toBeLessThanOrEqual(1);
    expect(await held()).toBe(0);
    transfer.confirm();
    await vi.waitFor(() => expect(done).toHaveBeenCalledOnce(), 20_000);
    expect(await held()).toBe(LIST.length);
  });

  test('changes nothing where the reader cancels at the preview', async () => {
    show();
    transfer.importFile(new Blob([WHOLE]), 'list.json');
    await step('preview');
    act(() => transfer.cancel());
    expect(transfer.importing).toBeNull();
    expect(done).not.toHaveBeenCalled();
    expect(await held()).toBe(0);
  });

  test.each([
    ['ru', '{"x":1}', /^Файл — не список для чтения\. /u],
    ['zh-CN', '', /^文件是空的。/u],
  ] as const)('says why a file is refused, for a reader of %s', async (language, text, words) => {
    show(language);
    transfer.importFile(new Blob([text]), 'x');
    expect((await step('refused')).message).toMatch(words);
  });

  test.each([
    ['en', 'Entry 2: the file breaks off in the middle of it'],
    ['zh-CN', '第 2 条：文件在这一条中间断开了'],
    ['zh-TW', '第 2 筆：檔案在這一筆中間斷開了'],
    ['ru', 'Запись 2: файл обрывается посреди неё'],
  ] as const)(
    'says in %s that a table was cut off, and takes the rows before',
    async (language, words) => {
      show(language);
      const text = 'Highlight,Book Title,Note,Highlighted at\nwhole,A book,,\n"cut here, wi';
      transfer.importFile(new Blob([text]), 'x.csv');
      const { report, refused } = await step('preview');
      expect(report.samples.map(({ name }) => name)).toEqual(['whole']);
      const told = refused.map(({ fault }) => recordFaultText(fault, createTranslator(language)));
      expect(told).toEqual([words]);
    },
  );
});
