import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { RowList } from '../../components/reading-list/row-list.tsx';
import type { ReadingListActions } from '../../components/reading-list/types.ts';
import '../../components/styles/reading-list.css';
import { createTranslator } from '../../utils/i18n.ts';
import { rowsOf } from '../../utils/reading-list/rows.ts';
import { generatedList } from '../unit/reading-list/generated.ts';

const NOTHING = (): void => undefined;
const ACTIONS: ReadingListActions = {
  ...{ search: NOTHING, filter: NOTHING, showAll: NOTHING, openPassage: NOTHING },
  ...{ openPage: NOTHING, setTags: NOTHING, setStatus: NOTHING },
  setNote: async () => true,
  ...{ remove: NOTHING, undo: NOTHING, dismissToast: NOTHING, retry: NOTHING },
};
const ROWS = rowsOf(generatedList(400, 6), { grouping: 'page', sort: 'newest' });

function show(rows: typeof ROWS): void {
  const toggle = (id: string): void => void document.body.setAttribute('data-toggled', id);
  const selection = {
    ...{ ids: new Set<string>(), toggle, all: NOTHING, none: NOTHING, remove: NOTHING },
    ...{ setStatus: NOTHING, addTag: NOTHING, removeTag: NOTHING },
  };
  render(
    <div class="surface reading-list">
      <main>
        <RowList
          rows={rows}
          query=""
          actions={ACTIONS}
          selection={selection}
          isPageNamed={false}
          topicName={String}
          language="en"
          t={createTranslator('en')}
        />
      </main>
    </div>,
    document.body,
  );
}

const drawn = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.row')];
const atTop = (): number =>
  Number(drawn().find((row) => row.getBoundingClientRect().bottom > 0)?.dataset.at ?? Number.NaN);

afterEach(() => {
  render(null, document.body);
  scrollTo(0, 0);
});

describe('a long list', () => {
  it('draws only what is near the sight, and says how long it is', async () => {
    show(ROWS);
    await expect.poll(() => drawn().length).toBeGreaterThan(5);
    expect(drawn().length).toBeLessThan(60);
    expect(drawn()[0]?.getAttribute('aria-setsize')).toBe(String(ROWS.length));
  });

  it('follows the scrolling, each row below the one before', async () => {
    show(ROWS);
    await expect.poll(() => drawn().length).toBeGreaterThan(5);
    scrollTo(0, 20_000);
    await expect.poll(atTop).toBeGreaterThan(50);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const boxes = drawn().map((row) => row.getBoundingClientRect());
    for (const [at, box] of boxes.entries()) {
      const next = boxes[at + 1];
      if (next) expect(Math.abs(next.top - box.bottom)).toBeLessThan(1.5);
    }
  });

  it('is walked by j and k, and chosen from by x', async () => {
    show(ROWS);
    await expect.poll(() => drawn().length).toBeGreaterThan(5);
    drawn()[0]?.focus();
    const press = (key: string): void => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    };
    const focused = (): string | undefined =>
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset.at : undefined;
    for (let step = 1; step <= 12; step += 1) {
      press('j');
      await expect.poll(focused).toBe(String(step));
    }
    press('k');
    await expect.poll(focused).toBe('11');
    press('x');
    expect(document.body.dataset.toggled).toBe(ROWS[11]?.key);
  });
});

describe('a short list', () => {
  it('is drawn whole, so that the browser’s own search and print find everything', () => {
    show(ROWS.slice(0, 50));
    expect(drawn()).toHaveLength(50);
  });
});
