import type { TextPart } from '../text/passages.ts';

interface Wrapped {
  readonly data: string;
  /** What is left of the data in the node itself once it was cut. */
  head: string;
  /** What follows the node, so that the empty pieces that splitting leaves are known as ours. */
  readonly next: ChildNode | null;
  /** The siblings that the node was cut into, the node itself first. */
  pieces: readonly ChildNode[];
}

/**
 * Remembers text nodes before they are cut up and wrapped, and puts them back: the same node with the
 * same data, as a framework that holds it expects. mark.js's own `unmark` merges neighbouring text
 * nodes of the page and leaves new ones behind.
 *
 * A framework that renders anew knows of the node alone: it writes the whole new text into it, or takes
 * it away, and the other pieces would stay behind as stale text. `settle` is called at once after such a
 * change, before the page is drawn.
 */
export class WrappedNodes {
  readonly #nodes = new Map<Text, Wrapped>();
  #origins = new WeakMap<Text, { readonly node: Text; readonly offset: number }>();

  /** To be called before a node is wrapped. */
  remember(node: Text): void {
    if (!this.#nodes.has(node)) {
      const { data } = node;
      this.#nodes.set(node, { data, head: data, next: node.nextSibling, pieces: [node] });
    }
  }

  /** To be called after a node was wrapped: notes what it was cut into. */
  gather(node: Text): void {
    const wrapped = this.#nodes.get(node);
    if (wrapped === undefined || wrapped.pieces.length > 1) return;
    const pieces: ChildNode[] = [];
    let offset = 0;
    for (let at: ChildNode | null = node; at && at !== wrapped.next; at = at.nextSibling) {
      pieces.push(at);
      const text = at.nodeType === 3 ? (at as Text) : (at.firstChild as Text | null);
      if (text !== null) this.#origins.set(text, { node, offset });
      offset += at.textContent?.length ?? 0;
    }
    wrapped.pieces = pieces;
    wrapped.head = node.data;
  }

  /** Parts of cut-up nodes as parts of the nodes that they were cut from. */
  original(parts: readonly TextPart[]): TextPart[] {
    return parts.map((part) => {
      const origin = this.#origins.get(part.node);
      if (origin === undefined) return part;
      const { node, offset } = origin;
      return { node, start: offset + part.start, end: offset + part.end };
    });
  }

  /** Nodes that are cut up at present. */
  get nodes(): Iterable<Text> {
    return this.#nodes.keys();
  }

  /** Puts those nodes back that the page has changed since they were cut. */
  settle(): void {
    for (const [node, wrapped] of this.#nodes) {
      if (isInPlace(node, wrapped) && node.data === wrapped.head) continue;
      putBack(node, wrapped);
      this.#nodes.delete(node);
    }
  }

  /** Puts every node back. Where the page has changed the pieces, its changes stay. */
  restore(): void {
    for (const [node, wrapped] of this.#nodes) putBack(node, wrapped);
    this.#nodes.clear();
    this.#origins = new WeakMap();
  }
}

/**
 * What the page did to the node, it did to the whole text. Only where it was both written and parted
 * from its pieces, or where the pieces are not as they were made, their text is the page's by now.
 */
function putBack(node: Text, wrapped: Wrapped): void {
  const { data, head, pieces } = wrapped;
  const isWritten = node.data !== head;
  const isParted = node.isConnected && !isInPlace(node, wrapped);
  const rest = pieces.slice(1);
  if (!isUntouched(rest, data.slice(head.length)) || (isWritten && isParted)) {
    for (const piece of pieces) unwrap(piece);
    return;
  }
  for (const piece of rest) piece.remove();
  if (!isWritten) node.data = data;
}

/** Whether the node still stands before its other pieces. */
function isInPlace(node: Text, { pieces: [, second] }: Wrapped): boolean {
  return second === undefined || node.nextSibling === second;
}

function isUntouched(pieces: readonly ChildNode[], data: string): boolean {
  const joined = pieces.map((piece) => piece.textContent).join('');
  const inRow = pieces.every((piece, i) => i === 0 || pieces[i - 1]?.nextSibling === piece);
  return joined === data && inRow;
}

function unwrap(piece: ChildNode): void {
  if (piece.nodeType === 1) piece.replaceWith(...piece.childNodes);
}
