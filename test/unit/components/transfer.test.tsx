// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ImportDialog } from '../../../components/reading-list/import-dialog.tsx';
import { Transfer } from '../../../components/reading-list/transfer.tsx';
import type { ImportState, TransferActions } from '../../../components/reading-list/types.ts';
import { createTranslator } from '../../../utils/i18n.ts';

afterEach(() => render(null, document.body));

const ACTIONS: TransferActions = {
  ...{ exportAs() {}, exporting: null, cancelExport() {} },
  ...{ importFile() {}, importing: null, setMode() {}, confirm() {}, cancel() {} },
};

describe('taking the list out', () => {
  test('shows how far a long export is, and the button that began it ends it', () => {
    const exportAs = vi.fn();
    const cancelExport = vi.fn();
    const show = (exporting: number | null): void => {
      const actions = { ...ACTIONS, exportAs, cancelExport, exporting };
      const t = createTranslator('en');
      act(() => render(<Transfer actions={actions} chosen={0} t={t} />, document.body));
    };
    const button = (): HTMLButtonElement | null => document.querySelector('button');
    show(null);
    const first = button();
    expect(first?.textContent).toBe('Export');
    expect(document.querySelector('progress')).toBeNull();
    act(() => first?.click());
    expect(exportAs).toHaveBeenCalledExactlyOnceWith('json', 'all');
    show(0.25);
    expect(document.querySelector('progress')).toMatchObject({ value: 0.25 });
    expect(document.querySelector('progress')?.getAttribute('aria-label')).toBe(
      'Writing the file…',
    );
    // The same element: whoever pressed it by keyboard is still there.
    expect(button()).toBe(first);
    expect(first?.textContent).toBe('Cancel the export');
    act(() => first?.click());
    expect(cancelExport).toHaveBeenCalledOnce();
    expect(exportAs).toHaveBeenCalledOnce();
  });
});

describe('the preview of an import', () => {
  const PREVIEW = {
    step: 'preview',
    name: 'list.json',
    mode: 'merge',
    report: {
      ...{ added: 0, changed: 1, unchanged: 0, removed: 0, kept: 1, outdone: 2, images: [] },
      samples: [
        {
          ...{ id: 'p1', verdict: 'changed', name: 'words' },
          fields: [
            { field: 'status', before: 'to-read', after: 'done' },
            { field: 'note', before: '', after: 'to-read' },
          ],
        },
        { id: 'p2', verdict: 'kept', name: 'other words', fields: [] },
      ],
    },
    without: [{ what: 'place', count: 1_234 }],
    refused: [
      { fault: { code: 'time', field: 'savedAt', kind: 'page', id: '<b>{what}</b>' } },
      { fault: { code: 'no-page', kind: 'passage', id: null, entry: 1_234 } },
    ],
  } as const satisfies ImportState;
  const lines = (language: 'en' | 'zh-CN' | 'zh-TW' | 'ru'): string[] => {
    act(() =>
      render(
        <ImportDialog importing={PREVIEW} actions={ACTIONS} t={createTranslator(language)} />,
        document.body,
      ),
    );
    return [...document.querySelectorAll('.samples li')].map(({ textContent }) => textContent);
  };

  test('says why records are left out, what the file holds as text', () => {
    const said = lines('en');
    expect(said).toContain(
      'Taken in part 1,234 entries: their place is not given in the words of the page, so the page is kept',
    );
    expect(said).toContain(
      'Stays 2 entries: their note, tags or status in the list were edited later than those of the file',
    );
    expect(said).toContain('Left out Page <b>{what}</b>: “Time of saving” is not a time');
    expect(said).toContain('Left out Entry 1,234: it names no page');
    expect(document.querySelector('.samples b b')).toBeNull();
    expect(said.find((line) => line.includes('other words'))).toMatch(/cannot be read/);
  });

  test.each([
    ['zh-CN', '待读', '读完', '“保存时间”不是时间'],
    ['zh-TW', '待讀', '讀完', '「儲存時間」不是時間'],
    ['ru', 'Прочитать', 'Прочитано', '«Время сохранения» — это не время'],
  ] as const)('is in the reader’s language throughout: %s', (language, before, after, reason) => {
    const said = lines(language);
    expect(said.join('\n')).toContain(`${before} → ${after}`);
    expect(said.join('\n')).toContain(reason);
    // The note stays what the reader wrote, though it is the name of a status.
    expect(said.join('\n')).toMatch(/→ to-read/);
    const own = said.join('').replace(/words|other words|<b>.*?<\/b>|to-read|ID/g, '');
    expect(own).not.toMatch(/[a-z]/i);
  });
});
