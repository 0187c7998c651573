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
