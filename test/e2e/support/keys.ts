import type { HiddenElement } from '../../../scripts/browsers/card-view.ts';
import type { PageUnderTest } from './browser-under-test.ts';
import { until } from './waiting.ts';

const FOCUSED = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return '';
  const label = element.id ? document.querySelector('label[for="' + element.id + '"]') : null;
  return [element.getAttribute('aria-label'), label?.textContent, element.textContent]
    .filter(Boolean).join(' ');
})()`;

/** Presses Tab until the control of that name has the focus. Throws where it is never reached. */
export async function tabTo(page: PageUnderTest, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.press('Tab');
    const here = await page.evaluate<string>(FOCUSED);
    if (name.test(here)) return;
    seen.push(here);
  }
  throw new Error(`No control ${name} was reached by Tab; these were: ${seen.join(' | ')}`);
}

/** Types a text key by key. */
export async function type(page: PageUnderTest, text: string): Promise<void> {
  for (const letter of text) await page.press(letter === ' ' ? 'Space' : letter);
}

/**
 * Presses Tab from one control of the open card to another, by their names. Nobody can see the focus in
 * a closed shadow root: the way is counted, and whether it led there shows in what the key then does.
 *
 * @param from null for the card as a whole, which has the focus when it opens
 */
export async function tabInCard(
  page: PageUnderTest,
  from: RegExp | null,
  to: RegExp,
): Promise<void> {
  const order = await until(`a control ${to} of the card`, async () => {
    const controls = controlsOf(await page.hidden());
    const start = from === null ? -1 : controls.findIndex((each) => isNamed(each, from));
    const end = controls.findIndex((each) => isNamed(each, to));
    return end > start && (from === null || start >= 0) ? { presses: end - start } : null;
  });
  for (let press = 0; press < order.presses; press += 1) await page.press('Tab');
}

/** What Tab stops at in the card, in order. */
function controlsOf(elements: readonly HiddenElement[]): readonly HiddenElement[] {
  const card = elements.findIndex(({ attributes }) => attributes.role === 'dialog');
  return elements
    .slice(card)
    .filter(
      ({ name, attributes }) =>
        name === 'button' || (name === 'a' && attributes.href) || attributes.tabindex === '0',
    );
}

function isNamed({ text, attributes }: HiddenElement, name: RegExp): boolean {
  return name.test(attributes['aria-label'] ?? text);
}
