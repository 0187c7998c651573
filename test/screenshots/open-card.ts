import type { Page } from 'playwright-core';
import { waitForCard } from '../../scripts/browsers/card-view.ts';
import { readMarks } from '../../scripts/browsers/page-marks.ts';

/** Scrolls the first clause that is laid out into the upper part of the window. */
export async function showFirstClause(page: Page): Promise<void> {
  const { y } = await firstClause(page);
  await page.evaluate((by) => scrollBy({ top: by, behavior: 'instant' }), y - 220);
}

/** Shows the first clause, clicks it, and waits until its card stands. */
export async function openFirstCard(page: Page): Promise<void> {
  await showFirstClause(page);
  const { x, y, width, height } = await firstClause(page);
  await page.mouse.click(x + width / 2, y + height / 2);
  await waitForCard(page);
  await page.waitForTimeout(300);
}

async function firstClause(page: Page) {
  const marks = (await readMarks(page)).filter(({ boxes }) => boxes.length > 0);
  const box = (marks.find(({ name }) => name === 'clause') ?? marks[0])?.boxes[0];
  if (box === undefined) throw new Error(`No highlight of ${page.url()} is laid out.`);
  return box;
}
