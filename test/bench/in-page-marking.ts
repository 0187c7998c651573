import Mark from 'mark.js';
import { createHighlightPainter } from '../../utils/paint/css-highlight.ts';
import type { Highlight } from '../../utils/paint/painter.ts';
import { readPassages } from '../../utils/text/extract.ts';
import { locate } from '../../utils/text/locate.ts';
import type { Passages } from '../../utils/text/passages.ts';
import { nextFrame, time } from './in-page-tools.ts';

export interface Marking {
  readonly highlights: number;
  /** Finding the places in the page, painting them, and laying the page out again. */
  readonly parallax: readonly number[];
  readonly markJs: readonly number[];
}

/** Paints `count` stretches of 60 units, spread over the page, by our painter and by mark.js in turn. */
export async function measureMarking(count: number, rounds: number): Promise<Marking> {
  const chunks: Passages[] = [];
  for (const passages of readPassages(document.body)) if (passages) chunks.push(passages);
  const length = chunks.reduce((sum, { text }) => sum + text.length, 0);
  const step = Math.floor(length / (count + 1));
  const spans = Array.from({ length: count }, (_, at) => ({
    start: at * step,
    end: at * step + 60,
  }));
  const places = spans.flatMap(({ start, end }) => {
    const chunk = chunks.find((one) => one.start <= start && end <= one.start + one.text.length);
    return chunk ? [{ chunk, span: { start: start - chunk.start, end: end - chunk.start } }] : [];
  });
  const parallax: number[] = [];
  const markJs: number[] = [];
  const painter = createHighlightPainter(document);
  for (let round = 0; round < rounds; round += 1) {
    const [, painting] = time(() => {
      painter.paint(highlightsAt(places));
      document.body.getBoundingClientRect();
    });
    parallax.push(painting);
    painter.clear();
    await nextFrame();
    const marker = new Mark(document.body);
    const ranges = places.map(({ chunk, span }) => rangeOf(chunk, span));
    const [, marking] = time(() => {
      marker.markRanges(ranges);
      document.body.getBoundingClientRect();
    });
    markJs.push(marking);
    await new Promise<void>((resolve) => marker.unmark({ done: () => resolve() }));
    await nextFrame();
  }
  painter.dispose();
  return { highlights: places.length, parallax, markJs };
}

interface Place {
  readonly chunk: Passages;
  readonly span: { readonly start: number; readonly end: number };
}

function highlightsAt(places: readonly Place[]): Highlight[] {
  return places.flatMap(({ chunk, span }, at) => {
    const located = locate(chunk, span);
    return located ? [{ id: `bench-${at}`, look: 'clause' as const, parts: located.parts }] : [];
  });
}

/** The same stretch as mark.js counts: in units of all text nodes of the page, one after the other. */
function rangeOf({ nodes, textStarts, nodeStarts }: Passages, { start, end }: Place['span']) {
  const starts = startsOfTexts();
  const piece = Math.max(
    0,
    textStarts.findLastIndex((one) => one <= start),
  );
  const node = nodes[piece];
  const from = (node ? (starts.get(node) ?? 0) : 0) + (nodeStarts[piece] ?? 0);
  return { start: from + start - (textStarts[piece] ?? 0), length: end - start };
}

function startsOfTexts(): Map<Node, number> {
  const starts = new Map<Node, number>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let at = 0;
  while (walker.nextNode()) {
    starts.set(walker.currentNode, at);
    at += (walker.currentNode as Text).data.length;
  }
  return starts;
}
