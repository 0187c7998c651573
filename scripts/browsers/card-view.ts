import type { CDPSession, Page } from 'playwright-core';

interface ProtocolNode {
  readonly nodeId: number;
  readonly backendNodeId: number;
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly ProtocolNode[];
  readonly shadowRoots?: readonly ProtocolNode[];
  /** Document of a frame that lives in the same process. */
  readonly contentDocument?: ProtocolNode;
  readonly shadowRootType?: string;
}

/** An element inside a closed shadow root, as the developer tools' protocol sees it. */
export interface HiddenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text of it and below, white space folded. */
  readonly text: string;
  /** What the protocol calls it: a backend node id of Chromium, a shared id of WebDriver BiDi. */
  readonly handle: string;
}

/**
 * Every element inside the closed shadow roots of a page, in document order, then those of its frames.
 * The page cannot see them; the protocol can, so no hook is needed in the extension.
 */
export async function readClosedRoots(page: Page): Promise<readonly HiddenElement[]> {
  const found = await withProtocol(page, closedRootsOf);
  for (const frame of page.frames().slice(1)) {
    // Only a frame of another process has a session of its own; the others are part of the page's.
    const session = await page
      .context()
      .newCDPSession(frame)
      .catch(() => null);
    if (session === null) continue;
    found.push(...(await closedRootsOf(session).finally(() => session.detach())));
  }
  return found;
}

async function closedRootsOf(session: CDPSession): Promise<HiddenElement[]> {
  const answer = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const found: HiddenElement[] = [];
  collect(answer.root as ProtocolNode, false, found);
  return found;
}

/** Text of the card, or null while no closed shadow root of the page holds a dialog with words. */
async function readCard(page: Page): Promise<string | null> {
  const elements = await readClosedRoots(page);
  const dialog = elements.find(
    ({ name, attributes }) => name === 'dialog' || attributes.role === 'dialog',
  );
  return dialog && dialog.text !== '' ? dialog.text : null;
}

/** Waits for the card and returns its text. */
export async function waitForCard(page: Page, limit = 10_000): Promise<string> {
  const end = Date.now() + limit;
  while (Date.now() < end) {
    const text = await readCard(page);
    if (text !== null && text.length > 40) return text;
    await page.waitForTimeout(100);
  }
  throw new Error(`No card opened on ${page.url()} within ${limit / 1000} s.`);
}

/** Milliseconds between two looks at where an element lies. */
const LOOK = 50;

/**
 * Middle of a hidden element in CSS pixels of the viewport, for a real click, once it lies still: a card
 * may be on its way to its place.
 */
export async function middleOf(
  page: Page,
  element: HiddenElement,
): Promise<{ x: number; y: number }> {
  return withProtocol(page, async (session) => {
    const backendNodeId = Number(element.handle);
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    let before = '';
    for (;;) {
      const { quads } = await session.send('DOM.getContentQuads', { backendNodeId });
      const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = quads[0] ?? [];
      if (String(quads[0]) === before) return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
      before = String(quads[0]);
      await page.waitForTimeout(LOOK);
    }
  });
}

async function withProtocol<T>(page: Page, use: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    return await use(session);
  } finally {
    await session.detach();
  }
}

function collect(node: ProtocolNode, hidden: boolean, found: HiddenElement[]): void {
  if (hidden && node.nodeType === 1) {
    found.push({
      name: node.nodeName.toLowerCase(),
      attributes: attributesOf(node),
      text: textOf(node).replace(/\s+/gu, ' ').trim(),
      handle: String(node.backendNodeId),
    });
  }
  for (const child of node.children ?? []) collect(child, hidden, found);
  if (node.contentDocument) collect(node.contentDocument, false, found);
  for (const root of node.shadowRoots ?? []) {
    collect(root, hidden || root.shadowRootType === 'closed', found);
  }
}

function textOf(node: ProtocolNode): string {
  if (node.nodeType === 3) return node.nodeValue;
  if (node.nodeName === 'STYLE') return '';
  return [...(node.children ?? []), ...(node.shadowRoots ?? [])].map(textOf).join(' ');
}

function attributesOf(node: ProtocolNode): Record<string, string> {
  const list = node.attributes ?? [];
  const attributes: Record<string, string> = {};
  for (let at = 0; at < list.length; at += 2) attributes[list[at] ?? ''] = list[at + 1] ?? '';
  return attributes;
}
