import type { Page } from 'playwright-core';

/** A highlight as the page itself can see it, in CSS pixels of the viewport. */
export interface PageMark {
  /** How it is drawn: `clause`, `claim`, `framing` or `saved`. */
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

/**
 * Runs in the page. A highlight over several text nodes is several ranges in the registry: neighbours
 * with nothing but white space between them are read as one mark.
 */
export function collectMarks(): PageMark[] {
  const found: { name: string; range: Range }[] = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('parallax-') || name === 'parallax-current') continue;
    for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      found.push({ name, range });
    }
  }
  found.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
  const marks: { name: string; range: Range; boxes: DOMRect[] }[] = [];
  for (const { name, range } of found) {
    const last = marks.findLast((mark) => mark.name === name);
    const boxes = [...range.getClientRects()];
    const between = document.createRange();
    if (last) {
      between.setStart(last.range.endContainer, last.range.endOffset);
      between.setEnd(range.startContainer, range.startOffset);
    }
    if (last && between.toString().trim() === '') {
      last.range.setEnd(range.endContainer, range.endOffset);
      last.boxes.push(...boxes);
    } else {
      marks.push({ name, range, boxes });
    }
  }
  return marks.map(({ name, range, boxes }) => ({
    name: name.slice('parallax-'.length),
    text: range.toString(),
    boxes: boxes.map(({ x, y, width, height }) => ({ x, y, width, height })),
  }));
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
