import type { HiddenElement } from '../../../scripts/browsers/card-view.ts';
import type { PageMark } from '../../../scripts/browsers/page-marks.ts';
import type { PageUnderTest } from './browser-under-test.ts';

/** Milliseconds that a state is waited for: generous, since it costs nothing where the state comes. */
export const LIMIT = 45_000;

/** Asks until `look` gives something other than null, or throws what was waited for. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null>,
  limit = LIMIT,
): Promise<T> {
  const end = Date.now() + limit;
  let last: unknown = null;
  do {
    try {
      const seen = await look();
      if (seen !== null) return seen;
    } catch (error) {
      last = error;
    }
    await pause(60);
  } while (Date.now() < end);
  const options = last === null ? {} : { cause: last };
  throw new Error(`Waited ${limit / 1000} s in vain for ${what}.`, options);
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The page's marks, once there are some and their number has stood still for `quiet` milliseconds. */
export async function settledMarks(page: PageUnderTest, quiet = 500): Promise<readonly PageMark[]> {
  let count = 0;
  let since = Date.now();
  return until('highlights that stand still', async () => {
    const marks = await page.marks();
    if (marks.length !== count) since = Date.now();
    count = marks.length;
    return count > 0 && Date.now() - since >= quiet ? marks : null;
  });
}

/** The page's marks, once there are none and none have come for `quiet` milliseconds. */
export async function settledEmptiness(page: PageUnderTest, quiet = 700): Promise<void> {
  let since = Date.now();
  await until('a page without highlights', async () => {
    if ((await page.marks()).length > 0) since = Date.now();
    return Date.now() - since >= quiet ? true : null;
  });
}

/** White space folded to single spaces. */
export const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The mark that covers `words`, or null. */
export function markAt(marks: readonly PageMark[], words: string): PageMark | null {
  return marks.find(({ text }) => folded(text).includes(words)) ?? null;
}

/** The mark that covers `words`, once the page has it. */
export function awaitMark(page: PageUnderTest, words: string): Promise<PageMark> {
  return until(`a highlight at “${words}”`, async () => markAt(await page.marks(), words));
}

/**
 * Waits until what the page last changed is drawn: a click finds its place on the page as it is drawn,
 * which after scrolling is a moment behind the page as scripts see it. In a tab that is not in front
 * nothing is drawn; there it waits for no longer than a second.
 */
export async function drawn(page: PageUnderTest): Promise<void> {
  await page.evaluate(`Promise.race([
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
    new Promise((done) => setTimeout(done, 1000, true)),
  ])`);
}

/** Scrolls a mark into the upper half of the viewport and clicks it. */
export async function clickMark(page: PageUnderTest, words: string): Promise<void> {
  const place = async () => {
    const box = markAt(await page.marks(), words)?.boxes[0];
    if (!box) throw new Error(`There is no highlight at “${words}”.`);
    return box;
  };
  const { y } = await place();
  await page.evaluate(`scrollBy({ top: ${Math.round(y) - 200}, behavior: 'instant' })`);
  await drawn(page);
  const box = await place();
  await page.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** The open card, once it has words. */
export async function openCard(page: PageUnderTest, limit = LIMIT): Promise<HiddenElement> {
  const open = async () => {
    const dialog = dialogIn(await page.hidden());
    return dialog && dialog.text.length > 60 ? dialog : null;
  };
  return until('an open card', open, limit);
}

export async function noCard(page: PageUnderTest): Promise<void> {
  await until('a closed card', async () => (dialogIn(await page.hidden()) ? null : true));
}

function dialogIn(elements: readonly HiddenElement[]): HiddenElement | null {
  return elements.find(({ attributes }) => attributes.role === 'dialog') ?? null;
}

/** Closes the card, where one is open, as Escape does. */
export async function closeCard(page: PageUnderTest): Promise<void> {
  await page.toFront();
  if (dialogIn(await page.hidden())) await page.press('Escape');
  await noCard(page);
}

/** Clicks a button of the card by a pattern of its words or name. */
export async function clickButton(page: PageUnderTest, name: RegExp): Promise<void> {
  await until(`a button ${name}`, async () => {
    const elements = await page.hidden();
    const button = elements.find((element) => element.name === 'button' && isNamed(element, name));
    if (!button) return null;
    // One that is drawn anew meanwhile cannot be clicked, and is looked for again.
    await page.clickHidden(button);
    return true;
  });
}

function isNamed({ text, attributes }: HiddenElement, name: RegExp): boolean {
  return name.test(text) || name.test(attributes['aria-label'] ?? '');
}
