import { blocksOf, joinBlocks } from './blocks.ts';
import { type ExtractOptions, extractPassages } from './extract.ts';
import type { Passages } from './passages.ts';
import { type Regions, regionsOf } from './region.ts';

/** Longest chunk that is handed out, in UTF-16 units. */
const CHUNK_LENGTH = 200_000;

/**
 * The text of a page, kept as blocks in document order, so that after a change only the blocks around
 * it are read again.
 */
export class PageText {
  readonly #document: Document;
  #blocks: Passages[] = [];
  #isRead = false;

  constructor(document: Document) {
    this.#document = document;
  }

  /**
   * Reads what changed since the last reading, or everything, and returns the text of the page in
   * chunks. Null where `signal` broke it off: what is kept then is as it was before.
   */
  async read(
    changed: readonly Node[] | 'everything',
    options: ExtractOptions,
  ): Promise<readonly Passages[] | null> {
    const { body } = this.#document;
    const isWhole = changed === 'everything' || !this.#isRead;
    const regions: Regions = isWhole ? 'everything' : regionsOf(changed, body);
    const blocks =
      regions === 'everything'
        ? await readBlocks(body, options)
        : ((await this.#renewed(regions, options)) ?? (await readBlocks(body, options)));
    if (options.signal?.aborted) return null;
    this.#blocks = blocks;
    this.#isRead = true;
    return joinBlocks(blocks, CHUNK_LENGTH);
  }

  /** The page's blocks with those of `regions` read again; null where they no longer fit in. */
  async #renewed(regions: readonly Element[], options: ExtractOptions): Promise<Passages[] | null> {
    const fresh: Passages[][] = [];
    for (const region of regions) fresh.push(await readBlocks(region, options));
    const blocks: Passages[] = [];
    let next = 0;
    for (const block of this.#blocks) {
      if (block.nodes.some((node) => !node.isConnected)) continue;
      const [first] = block.nodes;
      const last = block.nodes.at(-1);
      if (first === undefined || last === undefined) continue;
      for (; isBefore(regions[next], first); next += 1) blocks.push(...(fresh[next] ?? []));
      const region = regions[next];
      if (region === undefined || isBefore(last, region)) blocks.push(block);
      // A block that is partly within a region was another when it was read.
      else if (!region.contains(first) || !region.contains(last)) return null;
    }
    for (; next < regions.length; next += 1) blocks.push(...(fresh[next] ?? []));
    return blocks;
  }
}

async function readBlocks(root: Element, options: ExtractOptions): Promise<Passages[]> {
  const blocks: Passages[] = [];
  for await (const passages of extractPassages(root, options)) blocks.push(...blocksOf(passages));
  return blocks;
}

/** Whether all of `node` stands before `other`. */
function isBefore(node: Node | undefined, other: Node): boolean {
  if (node === undefined) return false;
  const { DOCUMENT_POSITION_FOLLOWING, DOCUMENT_POSITION_CONTAINED_BY } = Node;
  const position = node.compareDocumentPosition(other);
  return (
    (position & DOCUMENT_POSITION_FOLLOWING) !== 0 &&
    (position & DOCUMENT_POSITION_CONTAINED_BY) === 0
  );
}
