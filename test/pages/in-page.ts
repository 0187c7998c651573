/** A sentence of a page as its reader sees it, chosen to be found again. */
export interface Planted {
  readonly id: string;
  readonly text: string;
  /** Whether it runs over elements within its paragraph. */
  readonly isBroken: boolean;
}

/** What must stay as it is. */
export interface PageState {
  /** The document as it serialises. */
  readonly html: string;
  readonly text: string;
  /** Left, top, width and height of all elements' boxes, in order, in CSS pixels. */
  readonly boxes: readonly number[];
}

/**
 * Runs in the page, which has no part in it: sentences of ten words or more, one a paragraph, those that
 * run over inline elements first, spread over the page.
 */
export function chooseSentences(count: number): Omit<Planted, 'id'>[] {
  const hidden =
    'script, style, textarea, select, svg, pre, code, kbd, samp, button, [contenteditable], [role="textbox"], iframe, video, audio, canvas, noscript, sup, ruby, details:not([open]) > :not(summary)';
  const found: Omit<Planted, 'id'>[] = [];
  const seen = new Set<string>();
  const blocks =
    'p, div, ul, ol, table, section, article, h1, h2, h3, h4, h5, h6, br, blockquote, li, pre';
  for (const element of document.querySelectorAll<HTMLElement>(
    'p, li, dd, blockquote, figcaption',
  )) {
    if (element.closest(hidden) || element.querySelector(`${hidden}, ${blocks}`)) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const style = getComputedStyle(element);
    if (style.textTransform !== 'none' || !/^(?:block|list-item)$/.test(style.display)) continue;
    const odd = [...element.querySelectorAll('*')].some(
      (child) => getComputedStyle(child).display !== 'inline',
    );
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (odd || /[\u0590-\u08ff]/.test(text)) continue;
    const sentences = text.split(/(?<=[.!?。！？])\s+(?=[\p{Lu}\p{Lo}"“«])/u);
    const sentence = sentences.find((one) => {
      const words = one.split(' ').length;
      return words >= 10 && words <= 50 && one.length < 400;
    });
    if (sentence === undefined || seen.has(sentence)) continue;
    seen.add(sentence);
    found.push({ text: sentence, isBroken: element.querySelector('*') !== null });
  }
  const broken = found.filter(({ isBroken }) => isBroken);
  const whole = found.filter(({ isBroken }) => !isBroken);
  const fromBroken = Math.min(broken.length, Math.max(count / 2, count - whole.length));
  const wanted: [typeof found, number][] = [
    [broken, fromBroken],
    [whole, Math.min(whole.length, count - fromBroken)],
  ];
  // Spread over the page. (No function of its own: a name given to one does not exist in the page.)
  return wanted.flatMap(([all, share]) =>
    all.filter(
      (_, at) =>
        Math.floor((at * share) / all.length) < Math.floor(((at + 1) * share) / all.length),
    ),
  );
}

/**
 * Runs in the page: what must not change, once the transitions that it began with are over: styles that arrive
 * late move boxes for a while, where a page lets everything glide.
 */
export async function readState(): Promise<PageState> {
  const gliding = document.getAnimations().filter((one) => one instanceof CSSTransition);
  const longest = 5000;
  await Promise.race([
    Promise.allSettled(gliding.map((one) => one.finished)),
    new Promise((resolve) => setTimeout(resolve, longest)),
  ]);
  const boxes = [...document.body.querySelectorAll('*')].flatMap((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height];
  });
  return {
    html: new XMLSerializer().serializeToString(document),
    text: document.body.innerText,
    boxes,
  };
}

/** Runs in the page: the text of each range that is highlighted, in the order of the document. */
export function readHighlights(): string[] {
  const ranges: Range[] = [];
  for (const [name, highlight] of CSS.highlights) {
    if (name !== 'parallax-clause') continue;
    for (const range of highlight) ranges.push(range as Range);
  }
  ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  return ranges.map(String);
}
