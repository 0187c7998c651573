import type { TextPart } from '../text/passages.ts';
import type { Highlight, Look } from './painter.ts';

/** A stretch of one text node that is wrapped once, whatever number of highlights cover it. */
export interface Segment extends TextPart {
  readonly ids: readonly string[];
  /** That of the shortest highlight; a saved passage shows where nothing else does. */
  readonly look: Look;
}

/** Cuts highlights that may overlap into segments that do not, by the parent of their text nodes. */
export function cutIntoSegments(
  highlights: readonly Highlight[],
): Map<ParentNode & Node, Segment[]> {
  const covers = new Map<Text, { part: TextPart; id: string; look: Look; weight: number }[]>();
  for (const { id, look, parts } of highlights) {
    const length = parts.reduce((sum, { start, end }) => sum + end - start, 0);
    const weight = length + (look === 'saved' ? 1e9 : 0);
    for (const part of parts) {
      if (!part.node.isConnected || part.end > part.node.length) continue;
      covers.set(part.node, [...(covers.get(part.node) ?? []), { part, id, look, weight }]);
    }
  }
  const byParent = new Map<ParentNode & Node, Segment[]>();
  for (const [node, covering] of covers) {
    const parent = node.parentNode;
    if (parent === null) continue;
    covering.sort((a, b) => a.weight - b.weight);
    const edges = [...new Set(covering.flatMap(({ part }) => [part.start, part.end]))];
    edges.sort((a, b) => a - b);
    const segments = byParent.get(parent) ?? [];
    byParent.set(parent, segments);
    edges.slice(1).forEach((end, i) => {
      const start = edges[i] ?? 0;
      const over = covering.filter(({ part }) => part.start <= start && part.end >= end);
      const [top] = over;
      if (top) segments.push({ node, start, end, ids: over.map(({ id }) => id), look: top.look });
    });
  }
  return byParent;
}
