import type { TextPart } from '../text/passages.ts';

/** A live range a part: it follows edits of its node, and collapses when its text is replaced. */
export function rangesOf(parts: readonly TextPart[]): Range[] {
  const ranges: Range[] = [];
  for (const { node, start, end } of parts) {
    if (end > node.length) continue;
    const range = node.ownerDocument.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    ranges.push(range);
  }
  return ranges;
}

/** Whether a range still covers text of the page. */
export function isAlive(range: Range): boolean {
  return !range.collapsed && range.startContainer.isConnected;
}

/** Boxes of the lines of `ranges` in the viewport that have an area. */
export function rectsOf(ranges: readonly Range[]): DOMRect[] {
  return ranges
    .flatMap((range) => [...range.getClientRects()])
    .filter(({ width, height }) => width > 0 && height > 0);
}

/** Whether a point of the viewport lies in one of `rects`. */
export function holdsPoint(rects: readonly DOMRect[], x: number, y: number): boolean {
  return rects.some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}
