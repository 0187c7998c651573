import type { Page } from 'playwright-core';

/** A highlight as the page itself can see it, in CSS pixels of the viewport. */
export interface PageMark {
  /** Name in the page's highlight registry. */
  readonly name: string;
  readonly text: string;
  /** Rectangles of the lines it covers; empty where it is not laid out. */
  readonly boxes: readonly { x: number; y: number; width: number; height: number }[];
}

/**
 * Reads the extension's highlights from the page's own world, in the order of the document. It needs
 * no hook in the extension: the registry of highlights belongs to the document.
 */
export async function readMarks(page: Page): Promise<readonly PageMark[]> {
  return page.evaluate(collectMarks);
}

/** Runs in the page. Static ranges are turned into live ones to be measured. */
export function collectMarks(): PageMark[] {
  const marks: { mark: PageMark; range: Range }[] = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('parallax')) continue;
    for (const found of highlight) {
      const range = document.createRange();
      range.setStart(found.startContainer, found.startOffset);
      range.setEnd(found.endContainer, found.endOffset);
      const boxes = [...range.getClientRects()].map(({ x, y, width, height }) => ({
        x,
        y,
        width,
        height,
      }));
      marks.push({ mark: { name, text: range.toString(), boxes }, range });
    }
  }
  marks.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
  return marks.map(({ mark }) => mark);
}

/** Waits until the page shows at least one highlight and their number has not changed for `quiet` milliseconds. */
export async function waitForMarks(
  page: Page,
  { limit = 20_000, quiet = 400 } = {},
): Promise<readonly PageMark[]> {
  const end = Date.now() + limit;
  let last: readonly PageMark[] = [];
  let since = Date.now();
  while (Date.now() < end) {
    const marks = await readMarks(page);
    if (marks.length !== last.length) since = Date.now();
    last = marks;
    if (marks.length > 0 && Date.now() - since >= quiet) return marks;
    await page.waitForTimeout(100);
  }
  throw new Error(
    `${page.url()} showed ${last.length === 0 ? 'no highlight' : 'no settled highlights'} within ${limit / 1000} s.`,
  );
}
