import Mark from 'mark.js';
import type { TextPart } from '../text/passages.ts';
import { cutIntoSegments, type Segment } from './mark-segments.ts';
import { isOnDarkGround } from './page-theme.ts';
import type { ChosenColours, Highlight, Look, Painter } from './painter.ts';
import { holdsPoint, isAlive, rectsOf } from './ranges.ts';
import { type AdoptedCss, highlightCss, type Part, renewCss } from './style.ts';
import { WrappedNodes } from './wrapped-nodes.ts';

const LOOK = 'data-parallax';
const CURRENT = 'data-parallax-current';
/** Elements whose text mark.js leaves out of its count, whatever it is told. */
const UNCOUNTED = new Set(['script', 'style', 'title', 'head', 'html']);

function selectorOf(part: Part): string {
  return part === 'current' ? `mark[${CURRENT}]` : `mark[${LOOK}="${part}"]`;
}

/**
 * Paints by wrapping text in `<mark>` with mark.js, for documents whose elements may be changed.
 * Every text node is put back as it was, the same object with the same data, before anything is
 * painted anew, when the page writes to it or moves it, and when the painter goes.
 */
export function createMarkPainter(document: Document, colours?: ChosenColours): Painter {
  const looks = new Map<string, Look>();
  const marks = new Map<string, HTMLElement[]>();
  const segmentOf = new WeakMap<Element, Segment>();
  const wrapped = new WrappedNodes();
  const writes = new MutationObserver(onPageWrite);
  /** Roots whose ground was looked at since the last painting. */
  const dressed = new Set<Document | ShadowRoot>();
  const roots = new Map<Document | ShadowRoot, AdoptedCss>();

  function paint(highlights: readonly Highlight[]): void {
    const parts = highlights.map(({ id, look, parts }) => ({
      id,
      look,
      parts: wrapped.original(parts),
    }));
    clear();
    dressed.clear();
    for (const { id, look } of highlights) looks.set(id, look);
    for (const [parent, segments] of cutIntoSegments(parts)) wrap(parent, segments);
    for (const { id, parts: ordered } of parts) inReadingOrder(id, ordered);
    watchPage();
  }

  /** Listens for what the page does to nodes that are cut up, not for what is done here. */
  function watchPage(): void {
    for (const node of wrapped.nodes) {
      writes.observe(node, { characterData: true });
      if (node.parentNode !== null) writes.observe(node.parentNode, { childList: true });
    }
  }

  function onPageWrite(): void {
    writes.disconnect();
    wrapped.settle();
    watchPage();
  }

  /** Marks are made parent by parent; a highlight's own parts say in which order it is read. */
  function inReadingOrder(id: string, parts: readonly TextPart[]): void {
    const places = new Map(parts.map(({ node }, i) => [node, i]));
    const placeOf = (element: Element) => {
      const segment = segmentOf.get(element);
      return segment ? [places.get(segment.node) ?? 0, segment.start] : [0, 0];
    };
    marks.get(id)?.sort((a, b) => {
      const [node = 0, start = 0] = placeOf(a);
      const [otherNode = 0, otherStart = 0] = placeOf(b);
      return node - otherNode || start - otherStart;
    });
  }

  /** One call of mark.js for all segments whose text nodes share a parent. */
  function wrap(parent: ParentNode & Node, segments: readonly Segment[]): void {
    const starts = startsWithin(parent);
    const ranges = segments.flatMap((segment) => {
      const from = starts.get(segment.node);
      if (from === undefined) return [];
      const { start, end } = segment;
      return [{ start: from + start, length: end - start, segment }];
    });
    ranges.sort((a, b) => a.start - b.start);
    for (const { segment } of ranges) wrapped.remember(segment.node);
    new Mark(parent as HTMLElement).markRanges(ranges, {
      each: (element: Element, range: unknown) => {
        const { segment } = range as (typeof ranges)[number];
        dress(element as HTMLElement, segment);
      },
    } as Mark.MarkRangesOptions);
    for (const { segment } of ranges) wrapped.gather(segment.node);
  }

  function dress(element: HTMLElement, segment: Segment): void {
    const { ids, look } = segment;
    element.removeAttribute('data-markjs');
    element.setAttribute(LOOK, look);
    segmentOf.set(element, segment);
    for (const id of ids) marks.set(id, [...(marks.get(id) ?? []), element]);
    // What is in no document any more has no styles.
    if (!element.isConnected) return;
    const root = element.getRootNode() as Document | ShadowRoot;
    if (!dressed.has(root)) dressRoot(root, isOnDarkGround(element.parentElement ?? element));
    dressed.add(root);
  }

  /** Gives a root its styles, anew where the page has changed its ground. */
  function dressRoot(root: Document | ShadowRoot, isDark: boolean): void {
    const looks = highlightCss(selectorOf, isDark, colours);
    const plain = `mark[${LOOK}]{color:inherit!important;background:none!important}${looks}`;
    const css = renewCss(root, plain, roots.get(root));
    if (css) roots.set(root, css);
  }

  function clear(): void {
    writes.disconnect();
    wrapped.restore();
    looks.clear();
    marks.clear();
  }

  function rangesOf(id: string): Range[] {
    const ranges = (marks.get(id) ?? []).map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range;
    });
    return ranges.filter(isAlive);
  }

  function hitTest(x: number, y: number): string | null {
    let length = Number.POSITIVE_INFINITY;
    let best: string | null = null;
    for (const [id, look] of looks) {
      const ranges = rangesOf(id);
      const weight = ranges.join('').length + (look === 'saved' ? 1e9 : 0);
      if (weight >= length || !holdsPoint(rectsOf(ranges), x, y)) continue;
      length = weight;
      best = id;
    }
    return best;
  }

  return {
    paint,
    hitTest,
    // What the page does to elements is read as any change of it.
    isIntact: () => [...roots.values()].every((css) => css.isThere()),
    rangesOf,
    rectsOf: (id) => rectsOf(rangesOf(id)),
    clear,
    setCurrent(current) {
      for (const elements of marks.values()) {
        for (const element of elements) {
          const isCurrent =
            current !== null && (segmentOf.get(element)?.ids.includes(current) ?? false);
          element.toggleAttribute(CURRENT, isCurrent);
        }
      }
    },
    dispose() {
      clear();
      for (const { undo } of roots.values()) undo();
      roots.clear();
    },
  };
}

/** Where each text node begins in the text that mark.js counts under `parent`, in UTF-16 units. */
function startsWithin(parent: Node): Map<Text, number> {
  const starts = new Map<Text, number>();
  const walker = (parent.ownerDocument ?? (parent as Document)).createTreeWalker(parent, 4);
  let length = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (UNCOUNTED.has(node.parentElement?.localName ?? '')) continue;
    starts.set(node, length);
    length += node.length;
  }
  return starts;
}
