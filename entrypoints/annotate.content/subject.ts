import { type Gate, listenAtGates } from '../../utils/match/gate.ts';

/** Text looked at between two turns of the page, in UTF-16 units. */
const SLICE = 50_000;
/** Nodes walked between two turns of the page. */
const NODES_A_TURN = 4_000;
/** Kept of a slice for the next one, so that a name across the cut is seen; longer than names and phrases are. */
const OVERLAP = 64;

/**
 * Whether the page names what at least one pack is about (see `passesGate`): one pass over its text, open
 * shadow roots included, in stretches that leave the page its turns by `pause`.
 */
export async function isOnSubject(
  document: Document,
  gates: readonly Gate[],
  pause: () => Promise<void>,
): Promise<boolean> {
  if (document.body === null || gates.length === 0) return false;
  const passes = listenAtGates(gates);
  let slice = `${document.title}\n`;
  let nodes = 0;
  for (const node of nodesUnder(document.body)) {
    nodes += 1;
    const data = node.nodeType === Node.TEXT_NODE ? (node as Text).data : '';
    for (let at = 0; at < data.length; at += SLICE) {
      slice += data.slice(at, at + SLICE);
      if (slice.length < SLICE) continue;
      if (passes(slice)) return true;
      slice = slice.slice(-OVERLAP);
      await pause();
    }
    if (nodes % NODES_A_TURN === 0) await pause();
  }
  return passes(slice);
}

/** Text nodes and elements, in document order, open shadow trees included. */
function* nodesUnder(root: Node): Generator<Node, void, void> {
  const document = root.ownerDocument;
  if (document === null) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    yield node;
    const shadow = node.nodeType === Node.ELEMENT_NODE ? (node as Element).shadowRoot : null;
    if (shadow) yield* nodesUnder(shadow);
  }
}
