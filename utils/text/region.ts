import { roleOf } from './reading-rules.ts';

/** What has to be read again: stretches of the page that begin and end with a block, or all of it. */
export type Regions = readonly Element[] | 'everything';

/**
 * The blocks around `changed` nodes, in document order, none within another. What lies in hidden text,
 * editors and the like has none. Trees with shadow roots have an order of their own: there, all is read.
 */
export function regionsOf(changed: Iterable<Node>, body: Element): Regions {
  const known = new Map<Element, Element | 'everything' | null>([[body, body]]);
  const found = new Set<Element>();
  for (const node of changed) {
    if (!node.isConnected || isBeside(node, body)) continue;
    const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
    const region = element === null ? 'everything' : regionOf(element, known);
    if (region === 'everything' || region === body) return 'everything';
    if (region !== null) found.add(region);
  }
  const outermost = [...found].filter((region) => !isWithinAnother(region, found));
  return outermost.sort((a, b) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
}

/** Whether `node` lies in the document's own tree and outside its body: in its head, for example. */
function isBeside(node: Node, body: Element): boolean {
  return node.getRootNode() === body.ownerDocument && !node.contains(body) && !body.contains(node);
}

/** Null where nothing is read. */
function regionOf(
  element: Element,
  known: Map<Element, Element | 'everything' | null>,
): Element | 'everything' | null {
  const path: Element[] = [];
  let at: Element | null = element;
  for (; at !== null && !known.has(at); at = at.parentElement) path.push(at);
  let region = at === null ? 'everything' : (known.get(at) ?? null);
  for (let inner = path.pop(); inner; inner = path.pop()) {
    region = within(region, inner);
    known.set(inner, region);
  }
  return region;
}

function within(
  around: Element | 'everything' | null,
  element: Element,
): Element | 'everything' | null {
  if (around === null || around === 'everything') return around;
  if (element.shadowRoot !== null || element.localName === 'slot') return 'everything';
  const { parentElement: parent } = element;
  const isClosed = parent?.localName === 'details' && !parent.hasAttribute('open');
  if (isClosed && element.localName !== 'summary') return null;
  const role = roleOf(element, getComputedStyle(element));
  if (role === 'skip' || role === 'skip-block') return null;
  return role === 'block' ? element : around;
}

function isWithinAnother(region: Element, found: ReadonlySet<Element>): boolean {
  for (let at = region.parentElement; at !== null; at = at.parentElement) {
    if (found.has(at)) return true;
  }
  return false;
}
