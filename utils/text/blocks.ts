import type { Passages } from './passages.ts';

/** What stands between two blocks in a text. */
export const BETWEEN_BLOCKS = '\n\n';

/** The blocks of `passages`, each as passages of its own that begin at 0. */
export function blocksOf(passages: Passages): Passages[] {
  const { text, textStarts, lengths } = passages;
  const blocks: Passages[] = [];
  let first = 0;
  for (let at = 1; at <= textStarts.length; at += 1) {
    const end = (textStarts[at - 1] ?? 0) + (lengths[at - 1] ?? 0);
    const next = textStarts[at];
    if (next !== undefined && text.slice(end, next) !== BETWEEN_BLOCKS) continue;
    blocks.push(piecesOf(passages, first, at, end));
    first = at;
  }
  return blocks;
}

/** Pieces `[first, last)` of `passages`, whose text ends at `end`. */
function piecesOf(passages: Passages, first: number, last: number, end: number): Passages {
  const start = passages.textStarts[first] ?? 0;
  return {
    text: passages.text.slice(start, end),
    start: 0,
    nodes: passages.nodes.slice(first, last),
    textStarts: passages.textStarts.slice(first, last).map((from) => from - start),
    nodeStarts: passages.nodeStarts.slice(first, last),
    lengths: passages.lengths.slice(first, last),
  };
}

/** Joins blocks to chunks of at most `limit` UTF-16 units, longer only where one block alone is. */
export function joinBlocks(blocks: readonly Passages[], limit: number): Passages[] {
  const chunks: Passages[] = [];
  let start = 0;
  for (let first = 0; first < blocks.length; ) {
    let last = first;
    let length = 0;
    while (last < blocks.length) {
      const grown = length + (last > first ? BETWEEN_BLOCKS.length : 0) + textLength(blocks[last]);
      if (last > first && grown > limit) break;
      length = grown;
      last += 1;
    }
    chunks.push(joined(blocks.slice(first, last), start));
    start += length + BETWEEN_BLOCKS.length;
    first = last;
  }
  return chunks;
}

function textLength(block: Passages | undefined): number {
  return block?.text.length ?? 0;
}

function joined(blocks: readonly Passages[], start: number): Passages {
  const count = blocks.reduce((sum, { nodes }) => sum + nodes.length, 0);
  const textStarts = new Uint32Array(count);
  const nodeStarts = new Uint32Array(count);
  const lengths = new Uint32Array(count);
  const nodes: Text[] = [];
  let from = 0;
  for (const block of blocks) {
    nodeStarts.set(block.nodeStarts, nodes.length);
    lengths.set(block.lengths, nodes.length);
    for (const [at, node] of block.nodes.entries()) {
      textStarts[nodes.length] = from + (block.textStarts[at] ?? 0);
      nodes.push(node);
    }
    from += block.text.length + BETWEEN_BLOCKS.length;
  }
  const text = blocks.map((block) => block.text).join(BETWEEN_BLOCKS);
  return { text, start, nodes, textStarts, nodeStarts, lengths };
}
