import { middleOf } from '../../../scripts/browsers/card-view.ts';
import { describeLayers } from '../specs/layers.ts';
import { ChromiumPage, startChromium } from '../support/chromium.ts';

describeLayers(startChromium, async (page, element) => {
  if (!(page instanceof ChromiumPage)) throw new Error('Chromium opened a page of another kind.');
  const { x, y } = await middleOf(page.page, element);
  // The page sees the card's place, which has no id, and nothing in it.
  const seen = `document.elementFromPoint(${x}, ${y})`;
  return (await page.evaluate(`${seen}?.localName + ${seen}?.id`)) === 'div';
});
