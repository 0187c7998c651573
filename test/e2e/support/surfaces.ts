import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Ways in which a reader may have a surface before them. */
export const MEDIA = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'light', forcedColors: 'active' },
] as const;

/** What axe finds on a page of the extension, in each of `MEDIA`. */
export async function axeFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, ...medium } of MEDIA) {
    // Without motion: a colour half-way to another would be measured otherwise.
    await page.emulateMedia({ ...medium, reducedMotion: 'reduce' });
    // Where colours are forced, axe would compare ours, which nobody sees.
    const without = medium.forcedColors === 'active' ? ['color-contrast'] : [];
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .disableRules(without)
      .analyze();
    faults.push(...violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`));
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
  return faults;
}

/**
 * What sticks out sideways, and controls under 24 px, in a window `width` px wide (a window of 1280 px
 * at a zoom of 200% is one of 640).
 */
export async function geometryFaults(page: Page, width: number): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 720 });
  const faults = await page.evaluate(() => {
    const found: string[] = [];
    const name = (element: Element): string =>
      `${element.tagName}.${element.className} "${element.textContent?.slice(0, 30)}"`;
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    for (const element of document.querySelectorAll('body *')) {
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue;
      if (box.right > innerWidth + 0.5 || box.left < -0.5)
        found.push(`${name(element)} sticks out`);
      // A label belongs to its box and is pressed with it.
      if (!element.matches('button, select, input, textarea')) continue;
      const label = element.id === '' ? null : document.querySelector(`[for="${element.id}"]`);
      const height = Math.max(box.height, label?.getBoundingClientRect().height ?? 0);
      if (height < 24) found.push(`${name(element)} is too small`);
    }
    return found;
  });
  if (before) await page.setViewportSize(before);
  return faults;
}

/** Presses Tab until the control of that name has the focus. Throws where it is never reached. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return '';
      const label = element?.id ? document.querySelector(`label[for="${element.id}"]`) : null;
      return [element?.getAttribute('aria-label'), label?.textContent, element?.textContent]
        .filter(Boolean)
        .join(' ');
    });
    if (name.test(here)) return;
    seen.push(here);
  }
  throw new Error(`No control ${name} was reached by Tab; these were: ${seen.join(' | ')}`);
}
