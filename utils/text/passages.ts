/** A half-open stretch of one text node's data, in UTF-16 units. */
export interface TextPart {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** A half-open range of UTF-16 units in a text. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Text of a page and where each of its characters stands.
 *
 * `text` is made of pieces, each a stretch of one text node, unit for unit (line breaks that the page
 * does not render are turned into spaces, so lengths never change), and of separators that no node
 * holds: two line feeds between blocks, one for `<br>`. Piece `i` covers
 * `text[textStarts[i], textStarts[i] + lengths[i])` and stands in `nodes[i]` from `nodeStarts[i]` on.
 * The three arrays and `nodes` are of one length and ascend in text order.
 */
export interface Passages {
  readonly text: string;
  /** Where `text` begins in the text of the whole page, in UTF-16 units. */
  readonly start: number;
  readonly nodes: readonly Text[];
  readonly textStarts: Uint32Array;
  readonly nodeStarts: Uint32Array;
  readonly lengths: Uint32Array;
}

/** Index of the last piece that begins at or before `offset`, or -1. Binary search. */
export function pieceAt(passages: Passages, offset: number): number {
  const { textStarts } = passages;
  let low = 0;
  let high = textStarts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((textStarts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The stretches of text nodes that `span` covers, in reading order; separators have none. */
export function partsOf(passages: Passages, span: TextSpan): TextPart[] {
  const parts: TextPart[] = [];
  const { nodes, textStarts, nodeStarts, lengths } = passages;
  for (let i = Math.max(0, pieceAt(passages, span.start)); i < nodes.length; i += 1) {
    const node = nodes[i];
    const textStart = textStarts[i] ?? 0;
    if (node === undefined || textStart >= span.end) break;
    const from = Math.max(0, span.start - textStart);
    const to = Math.min(lengths[i] ?? 0, span.end - textStart);
    const nodeStart = nodeStarts[i] ?? 0;
    if (from < to) parts.push({ node, start: nodeStart + from, end: nodeStart + to });
  }
  return parts;
}
