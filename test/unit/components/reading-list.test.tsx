// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ReadingListView } from '../../../components/reading-list/reading-list-view.tsx';
import type { ReadingListViewProps } from '../../../components/reading-list/types.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import { rowsOf } from '../../../utils/reading-list/rows.ts';
import { LISTED } from '../../gallery/fixtures/saved.ts';

afterEach(() => render(null, document.body));

const COUNTS = { 'to-read': 2, reading: 1, done: 4 };
const READY = {
  kind: 'ready',
  rows: rowsOf(LISTED, { grouping: 'page', sort: 'newest' }),
  shown: { pages: LISTED.length, passages: 4 },
  read: 1,
  counts: COUNTS,
  unreadable: 0,
} as const;

function show(given: Partial<ReadingListViewProps> = {}) {
  const actions = {
    search: vi.fn(),
    filter: vi.fn(),
    showAll: vi.fn(),
    openPassage: vi.fn(),
    openPage: vi.fn(),
    setNote: vi.fn(async () => true),
    setTags: vi.fn(),
    setStatus: vi.fn(),
    remove: vi.fn(),
    undo: vi.fn(),
    dismissToast: vi.fn(),
    retry: vi.fn(),
  };
  act(() =>
    render(
      <ReadingListView
        state={READY}
        query=""
        status={null}
        toast={null}
        actions={actions}
        language="en"
        t={createTranslator('en')}
        {...given}
      />,
      document.body,
    ),
  );
  return actions;
}

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.passage')];
const named = (within: ParentNode | undefined, name: string): HTMLElement => {
  const found = [
    ...(within?.querySelectorAll<HTMLElement>('button, input, select, textarea') ?? []),
  ].find((each) => (each.getAttribute('aria-label') ?? each.textContent) === name);
  if (found === undefined) throw new Error(`There is no control named "${name}".`);
  return found;
};
const press = (within: ParentNode | undefined, name: string): void => {
  act(() => named(within, name).click());
};

describe('a row', () => {
  test('puts the passage beside the original wording, each in its language', () => {
    show();
    const [passage, original] = [...(rows()[0]?.querySelectorAll('.quotation') ?? [])];
    expect(passage?.textContent).toBe('will keep the bridge open in each season');
    expect(passage?.getAttribute('lang')).toBe('en');
    expect(original?.getAttribute('lang')).toBe('zh-Hans');
    expect(rows()[0]?.querySelector('.echoed .cap')?.textContent).toBe(
      'Official wording · wording differs · Joint Declaration on the Bridge, 8 May 2031',
    );
  });

  test('says who holds a framing and that a selection matched nothing', () => {
    show();
    expect(rows()[1]?.querySelector('.echoed')?.textContent).toContain(
      'held by Institute for Rivers',
    );
    expect(rows()[3]?.querySelector('.echoed')?.textContent).toBe('Saved from a selection');
  });

  test('opens its passage, deletes, and changes its status', () => {
    const { openPassage, remove, setStatus } = show();
    const [row] = rows();
    press(row, 'Open at the passage');
    expect(openPassage).toHaveBeenCalledExactlyOnceWith('p1');
    press(row, 'Delete');
    expect(remove).toHaveBeenCalledExactlyOnceWith('p1');
    const status = named(row, 'Status') as HTMLSelectElement;
    status.value = 'done';
    act(() => void status.dispatchEvent(new Event('change', { bubbles: true })));
    expect(setStatus).toHaveBeenCalledExactlyOnceWith('p1', 'done');
  });

  test('keeps a note that was written, also when the field is left', () => {
    const { setNote } = show();
    const write = (row: HTMLElement | undefined, text: string): HTMLTextAreaElement => {
      press(row, 'Add a note');
      const field = named(row, 'Note') as HTMLTextAreaElement;
      field.value = text;
      act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
      return field;
    };
    write(rows()[1], ' first ');
    press(rows()[1], 'Keep the note');
    expect(setNote).toHaveBeenLastCalledWith('p2', 'first');
    const field = write(rows()[2], 'second');
    act(() => void field.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
    expect(setNote).toHaveBeenLastCalledWith('p3', 'second');
  });

  test('leaves a note that could not be kept in its field, to be tried again', async () => {
    const { setNote } = show();
    setNote.mockResolvedValueOnce(false);
    press(rows()[1], 'Add a note');
    const field = named(rows()[1], 'Note') as HTMLTextAreaElement;
    field.value = 'on a full disk';
    act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
    await act(async () => press(rows()[1], 'Keep the note'));
    expect(rows()[1]?.querySelector('textarea')?.value).toBe('on a full disk');
    await act(async () => press(rows()[1], 'Keep the note'));
    expect(setNote).toHaveBeenCalledTimes(2);
    expect(rows()[1]?.querySelector('textarea')).toBeNull();
  });

  test('keeps a note whose row goes out of sight while it is written', () => {
    const { setNote } = show();
    press(rows()[1], 'Add a note');
    const field = named(rows()[1], 'Note') as HTMLTextAreaElement;
    field.value = 'half a thought';
    act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    act(() => render(null, document.body));
    expect(setNote).toHaveBeenCalledExactlyOnceWith('p2', 'half a thought');
    const later = new Event('beforeunload', { cancelable: true });
    dispatchEvent(later);
    expect(later.defaultPrevented).toBe(false);
  });

  test('forgets what was written after Escape', () => {
    const { setNote } = show();
    press(rows()[1], 'Add a note');
    const field = named(rows()[1], 'Note') as HTMLTextAreaElement;
    field.value = 'never mind';
    act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
    act(
      () =>
        void field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    );
    expect(setNote).not.toHaveBeenCalled();
    expect(rows()[1]?.querySelector('textarea')).toBeNull();
  });

  test('adds tags, several with commas, without repetition, and takes them off', () => {
    const { setTags } = show();
    const [row] = rows();
    const field = named(row, 'Add a tag') as HTMLInputElement;
    field.value = 'new, thesis，  other ';
    act(
      () =>
        void field.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
    );
    const before = ['thesis', 'translation', 'a tag of quite some length, to see it wrap'];
    expect(setTags).toHaveBeenLastCalledWith('p1', [...before, 'new', 'other']);
    press(row, 'Remove the tag thesis');
    expect(setTags).toHaveBeenLastCalledWith('p1', before.slice(1));
  });
});

describe('the list', () => {
  test('says how much it shows and offers each status with its number', () => {
    const { filter } = show({ status: 'done' });
    expect(document.body.textContent).toContain('4 passages on 3 pages');
    const filters = [...document.querySelectorAll('.filter')];
    expect(filters.map((each) => each.textContent)).toEqual([
      'All7',
      'To read2',
      'Reading1',
      'Done4',
    ]);
    expect(filters.map((each) => each.getAttribute('aria-pressed'))).toEqual([
      'false',
      'false',
      'false',
      'true',
    ]);
    press(document.body, 'To read2');
    expect(filter).toHaveBeenCalledExactlyOnceWith('to-read');
  });

  test('marks the words of the search in passage, original and note', () => {
    show({ query: 'bridge 大桥 seasons' });
    const marked = [...(rows()[0]?.querySelectorAll('mark') ?? [])].map((each) => each.textContent);
    expect(marked).toEqual(['bridge', '大桥', 'seasons']);
  });

  test('offers to undo after a deletion', () => {
    const { undo } = show({ toast: { text: 'Deleted.', undo: true } });
    expect(document.querySelector('.toast-place [role=status]')?.textContent).toBe('Deleted.');
    press(document.body, 'Undo');
    expect(undo).toHaveBeenCalledOnce();
  });

  test('tells an empty list from an empty search', () => {
    const none = { 'to-read': 0, reading: 0, done: 0 };
    show({ state: { ...READY, rows: [], counts: none } });
    expect(document.querySelector('.state h2')?.textContent).toBe('Nothing saved yet');
    const { showAll } = show({ state: { ...READY, rows: [] }, query: 'tunnel' });
    expect(document.querySelector('.state h2')?.textContent).toBe('No passage matches');
    press(document.body, 'Show all');
    expect(showAll).toHaveBeenCalledOnce();
  });

  test('says what failed and what to do, and tries again', () => {
    const { retry } = show({
      state: { kind: 'failed', problem: { code: 'list-newer', message: 'x', remedy: 'y' } },
    });
    expect(document.querySelector('.state')?.textContent).toContain(
      'written by a newer version of the extension. Update the extension.',
    );
    press(document.body, 'Try again');
    expect(retry).toHaveBeenCalledOnce();
  });

  test('says that records could not be read and are kept', () => {
    show({ state: { ...READY, unreadable: 2 } });
    expect(document.querySelector('.warning')?.textContent).toContain(
      '2 records could not be read',
    );
  });
});
