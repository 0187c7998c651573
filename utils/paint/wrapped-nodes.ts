import type { TextPart } from '../text/passages.ts';

interface Wrapped {
  readonly data: string;
  /** What follows the node, so that the empty pieces that splitting leaves are known as ours. */
  readonly next: ChildNode | null;
  /** The siblings that the node was cut into, the node itself first. */
  pieces: readonly ChildNode[];
}

/**
 * Remembers text nodes before they are cut up and wrapped, and puts them back: the same node with the
 * same data, as a framework that holds it expects. mark.js's own `unmark` merges neighbouring text
 * nodes of the page and leaves new ones behind.
 */
export class WrappedNodes {
  readonly #nodes = new Map<Text, Wrapped>();
  #origins = new WeakMap<Text, { readonly node: Text; readonly offset: number }>();

  /** To be called before a node is wrapped. */
  remember(node: Text): void {
    if (!this.#nodes.has(node)) {
      this.#nodes.set(node, { data: node.data, next: node.nextSibling, pieces: [node] });
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

  /** Puts every node back. Where the page has changed the pieces, its changes stay. */
  restore(): void {
    for (const [node, { data, pieces }] of this.#nodes) {
      if (isUntouched(pieces, data)) {
        for (const piece of pieces.slice(1)) piece.remove();
        node.data = data;
      } else {
        for (const piece of pieces) unwrap(piece);
      }
    }
    this.#nodes.clear();
    this.#origins = new WeakMap();
  }
}

function isUntouched(pieces: readonly ChildNode[], data: string): boolean {
  const joined = pieces.map((piece) => piece.textContent).join('');
  const inRow = pieces.every((piece, i) => i === 0 || pieces[i - 1]?.nextSibling === piece);
  return joined === data && inRow;
}

function unwrap(piece: ChildNode): void {
  if (piece.nodeType === 1) piece.replaceWith(...piece.childNodes);
}
