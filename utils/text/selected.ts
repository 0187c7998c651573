import type { Passages, TextSpan } from './passages.ts';

/**
 * What of `range` was read as part of `passages`, or null where nothing was. The ends may lie in any
 * node: text that was not read (fields, editors, hidden text) is left out at both ends.
 */
export function spanOf(passages: Passages, range: Range): TextSpan | null {
  let start = -1;
  let end = -1;
  for (let i = 0; i < passages.nodes.length; i += 1) {
    const node = passages.nodes[i];
    if (node === undefined || !range.intersectsNode(node)) continue;
    const from = passages.nodeStarts[i] ?? 0;
    const length = passages.lengths[i] ?? 0;
    const first = node === range.startContainer ? range.startOffset - from : 0;
    const last = node === range.endContainer ? range.endOffset - from : length;
    if (first >= length || last <= 0 || first >= last) continue;
    const textStart = passages.textStarts[i] ?? 0;
    if (start < 0) start = textStart + Math.max(0, first);
    end = textStart + Math.min(length, last);
  }
  return start < 0 ? null : trimmed(passages.text, start, end);
}

function trimmed(text: string, start: number, end: number): TextSpan | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = start + words.trimEnd().length;
  return from < to ? { start: from, end: to } : null;
}
