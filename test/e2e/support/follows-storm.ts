import { expect } from 'vitest';
import type { PageUnderTest } from './browser-under-test.ts';
import { QUOTED, WORDS } from './heavy-pages.ts';
import { until } from './waiting.ts';

/** Opens a page that changes all the time: what comes is marked meanwhile, and all is right after it. */
export async function followsStorm(page: PageUnderTest, address: string): Promise<void> {
  const marked = async (count: number): Promise<void> => {
    await until(
      `${count} quotations marked`,
      async () => {
        const marks = await page.marks();
        const right = marks.filter(({ name, text }) => name === 'clause' && text.includes(WORDS));
        return right.length === count ? true : null;
      },
      120_000,
    );
  };
  await page.navigate(address);
  await marked(1);
  await page.evaluate(
    `(kept.insertAdjacentHTML('afterend', ${JSON.stringify(`<p>Once more. ${QUOTED}</p>`)}), true)`,
  );
  await marked(2);
  await page.evaluate(
    `(main.children[5].textContent = ${JSON.stringify(QUOTED)}, stop(), kept.remove(), true)`,
  );
  await marked(2);
  expect(
    await page.evaluate(
      '[...CSS.highlights.get("parallax-clause")].every((range) => range.startContainer.isConnected)',
    ),
  ).toBe(true);
}
