import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { follow } from '../../../components/place/follow.ts';
import { createShadowPlace, type ShadowPlace } from '../../../components/place/shadow-place.ts';

const CSS_TEXT =
  '.place-of-card{position:fixed;inset:auto;margin:0;border:0;padding:0;inline-size:300px;block-size:200px}';

describe('the place of the card', () => {
  let html: string;
  let place: ShadowPlace;

  beforeEach(() => {
    document.body.innerHTML =
      '<div style="height: 5000px"><p id="p" style="margin: 400px 0 0 20px; width: 200px">phrase</p></div>';
    scrollTo(0, 0);
    html = document.documentElement.outerHTML;
    place = createShadowPlace(document, CSS_TEXT, 'dark');
  });

  afterEach(() => {
    place.remove();
    document.body.replaceChildren();
    scrollTo(0, 0);
  });

  const host = () => document.documentElement.lastElementChild as HTMLElement;

  it('leaves no trace when it is taken away', () => {
    place.remove();
    expect(document.documentElement.outerHTML).toBe(html);
  });

  it('cannot be looked into by the page', () => {
    expect(host().shadowRoot).toBeNull();
    expect(document.documentElement.outerHTML.replace('<div></div></html>', '</html>')).toBe(html);
  });

  it('keeps its looks whatever the page’s styles say', () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'html > div {display:none!important;opacity:0!important;transform:scale(0)!important;font-size:0!important}',
    );
    document.adoptedStyleSheets = [sheet];
    const { width, height } = place.place.getBoundingClientRect();
    const { opacity } = getComputedStyle(host());
    document.adoptedStyleSheets = [];
    expect([width, height, opacity]).toEqual([300, 200, '1']);
  });

  it('moves nothing on the page, whatever the layout of its root', () => {
    document.documentElement.style.cssText = 'display: grid; gap: 50px; grid-auto-flow: column';
    const box = () => JSON.stringify(document.body.getBoundingClientRect());
    const withPlace = box();
    place.remove();
    expect(box()).toBe(withPlace);
    document.documentElement.removeAttribute('style');
  });

  it('refuses forged events and lets none of its own out', () => {
    const button = document.createElement('button');
    const [inside, outside] = [vi.fn(), vi.fn()];
    button.addEventListener('click', inside);
    document.addEventListener('click', outside);
    place.place.append(button);
    button.click();
    document.removeEventListener('click', outside);
    expect(inside).not.toHaveBeenCalled();
    expect(outside).not.toHaveBeenCalled();
  });

  it('stays beside its phrase, within the viewport, through scrolling', async () => {
    const undo = follow(phrase(), place.place, () => {});
    for (const top of [0, 150, 350, 0]) {
      scrollTo(0, top);
      await frames();
      const box = place.place.getBoundingClientRect();
      const words = paragraph().getBoundingClientRect();
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(innerWidth);
      expect(box.bottom).toBeLessThanOrEqual(innerHeight);
      const gap = Math.min(Math.abs(box.top - words.bottom), Math.abs(words.top - box.bottom));
      expect(gap).toBeLessThan(40);
    }
    undo();
  });

  it('gives what is high the room beside its phrase, and no more', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.high{display:block;inline-size:300px;block-size:min(2000px,var(--room))}');
    const high = document.createElement('div');
    high.className = 'high';
    place.place.append(high);
    place.place.style.blockSize = 'auto';
    (place.place.getRootNode() as ShadowRoot).adoptedStyleSheets.push(sheet);
    const undo = follow(phrase(), place.place, () => {});
    for (const top of [0, 300]) {
      scrollTo(0, top);
      await frames();
      const words = paragraph().getBoundingClientRect();
      const box = place.place.getBoundingClientRect();
      const room = Math.max(words.top, innerHeight - words.bottom) - 16;
      expect(box.height).toBeGreaterThan(200);
      expect(box.bottom).toBeLessThanOrEqual(innerHeight);
      if (room < 300) continue;
      expect(box.height).toBeCloseTo(room, -1);
      expect(box.top >= words.bottom || box.bottom <= words.top).toBe(true);
    }
    expect(innerHeight).toBeGreaterThan(600);
    undo();
  });

  it('can be told to leave as soon as its phrase is out of sight', async () => {
    const onGone = vi.fn();
    const undo = follow(phrase(), place.place, onGone, { placement: 'top-end', far: 0 });
    scrollTo(0, 800);
    await frames();
    expect(onGone).toHaveBeenCalledTimes(1);
    undo();
  });

  it.each([
    ['was scrolled far away', () => scrollTo(0, 4000)],
    ['left the page', () => paragraph().remove()],
  ])('says that its phrase %s, once', async (_event, happen) => {
    const onGone = vi.fn();
    const undo = follow(phrase(), place.place, onGone);
    await frames();
    expect(onGone).not.toHaveBeenCalled();
    happen();
    dispatchEvent(new Event('resize'));
    await frames();
    expect(onGone).toHaveBeenCalledTimes(1);
    undo();
  });
});

const paragraph = () => document.getElementById('p') as HTMLElement;

function phrase() {
  const element = paragraph();
  return { element: () => element, rects: () => [...element.getClientRects()] };
}

async function frames(): Promise<void> {
  for (let n = 0; n < 4; n += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => setTimeout(resolve, 50));
}
