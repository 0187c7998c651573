import { PassageWriter } from './passage-writer.ts';
import type { Passages } from './passages.ts';
import { isNeverRendered, isSeen, keepsLineBreaks, type Role, roleOf } from './reading-rules.ts';

/** Longest text handed on at once, in UTF-16 units. */
const CHUNK_LENGTH = 200_000;
/** What is read of one page at most, in UTF-16 units: bounded work on pages built to be endless. */
const PAGE_LENGTH = 20_000_000;
/**
 * What is read of one page at most, in nodes. A browser keeps a table of the nodes that a script holds, and
 * makes it anew whenever it has doubled: beyond some half a million that alone holds the page for 40 ms.
 */
const PAGE_NODES = 400_000;
/** Nodes between two looks at the clock. */
const NODES_A_LOOK = 24;

export interface ReadOptions {
  /** Longest chunk in UTF-16 units; 200,000 if not given. */
  readonly chunkLength?: number;
  /** Units after which reading ends; 20 million if not given. */
  readonly pageLength?: number;
  /** Called where the root holds more than is read of it. */
  readonly onCut?: () => void;
  /** Told of every open shadow root that is read. */
  readonly onShadowRoot?: (root: ShadowRoot) => void;
  /**
   * Told of every element whose text is left out because a style hides it, and may show it later;
   * `isBoxless` where it is not displayed at all.
   */
  readonly onHidden?: (element: Element, isBoxless: boolean) => void;
}

export interface ExtractOptions extends ReadOptions {
  /** Reading ends without a word when this is aborted. */
  readonly signal?: AbortSignal;
  /** Longest stretch of work in milliseconds; 8 if not given. */
  readonly budget?: number;
  /** Milliseconds, monotonic. */
  readonly clock?: () => number;
  /** Called between two stretches of work; reading goes on when it resolves. */
  readonly pause?: () => Promise<void>;
}

/**
 * Reads the text that a reader sees under `root`, in chunks (see `Passages`), in stretches of at most
 * `budget` milliseconds. Blocks are parted by two line feeds; inline elements, links and reference
 * marks do not part text; of ruby only the base is read. Scripts, fields, editors, code, drawings and
 * hidden text are not read. Reads the document and writes nothing.
 */
export async function* extractPassages(
  root: Node,
  options: ExtractOptions = {},
): AsyncGenerator<Passages, void, void> {
  const { signal, budget = 8, clock = () => performance.now(), pause = nextTask } = options;
  let since = clock();
  for (const passages of readPassages(root, options)) {
    if (signal?.aborted) return;
    // A chunk that was handed on gave the page no turn by itself.
    if (passages !== null) yield passages;
    if (signal?.aborted) return;
    if (clock() - since < budget) continue;
    await pause();
    if (signal?.aborted) return;
    since = clock();
  }
}

interface Frame {
  readonly element: Element | null;
  readonly style: CSSStyleDeclaration | null;
  readonly isBlock: boolean;
  /** Children that are not simply siblings: what a slot shows, or a closed `details`. */
  readonly shown: readonly Node[] | null;
  next: Node | null;
  at: number;
  seen: boolean | null;
  /** Whether line breaks are kept; null until asked. */
  breaks: boolean | null;
}

/** The same in one go: yields chunks, and `null` wherever the caller may stop for a while. */
export function* readPassages(
  root: Node,
  options: ReadOptions = {},
): Generator<Passages | null, void, void> {
  const writer = new PassageWriter(options.chunkLength ?? CHUNK_LENGTH);
  const limit = options.pageLength ?? PAGE_LENGTH;
  const document = root.ownerDocument ?? (root as Document);
  if (document.designMode === 'on') return;
  const view = document.defaultView;
  const styleOf = (element: Element) =>
    typeof view?.getComputedStyle === 'function' ? view.getComputedStyle(element) : null;
  const stack: Frame[] = [];
  const isElement = root.nodeType === Node.ELEMENT_NODE;
  const first = isElement
    ? frameOf(root as Element, styleOf(root as Element), true, options)
    : null;
  if (isElement && roleOf(root as Element, first?.style ?? null).startsWith('skip')) return;
  stack.push(first ?? plainFrame(root.firstChild));
  let nodes = 0;
  let all = 0;
  while (stack.length > 0 && writer.length < limit && all < PAGE_NODES) {
    const frame = stack[stack.length - 1] as Frame;
    const node = nextOf(frame);
    nodes += 1;
    all += 1;
    if (node === null) {
      if (frame.isBlock) writer.breakBlock();
      stack.pop();
    } else if (node.nodeType === 3) {
      const text = node as Text;
      readText(text, frame, writer, options);
      if (text.length > 10_000) nodes = 0;
    } else if (node.nodeType === 1) {
      enter(node as Element, stack, writer, styleOf, options);
    }
    if (nodes % NODES_A_LOOK === 0) {
      yield* writer.take();
      yield null;
    }
  }
  if (stack.length > 0) options.onCut?.();
  writer.end();
  yield* writer.take();
}

function enter(
  element: Element,
  stack: Frame[],
  writer: PassageWriter,
  styleOf: (element: Element) => CSSStyleDeclaration | null,
  options: ReadOptions,
): void {
  if (isNeverRendered(element.localName)) return;
  const style = styleOf(element);
  const role: Role = roleOf(element, style);
  if (role.startsWith('skip') && style !== null && element.firstChild !== null) {
    if (style.display === 'none') options.onHidden?.(element, true);
    else if (style.contentVisibility === 'hidden') options.onHidden?.(element, false);
  }
  if (role === 'skip') return;
  if (role === 'line-break') {
    writer.breakLine();
    return;
  }
  if (role !== 'inline') writer.breakBlock();
  if (role !== 'skip-block') stack.push(frameOf(element, style, role === 'block', options));
}

function readText(text: Text, frame: Frame, writer: PassageWriter, options: ReadOptions): void {
  const { data, length } = text;
  if (frame.seen === null) {
    frame.seen = isSeen(frame.style);
    // White space alone is not waited for.
    if (!frame.seen && length > 1 && frame.element) options.onHidden?.(frame.element, false);
  }
  if (!frame.seen) return;
  if (/[\n\t\r\f]/.test(data)) {
    const { element } = frame;
    frame.breaks ??= element !== null && keepsLineBreaks(element, frame.style);
    writer.add(text, frame.breaks ? data : data.replace(/[\n\t\r\f]/g, ' '));
  } else {
    writer.add(text, data);
  }
}

function frameOf(
  element: Element,
  style: CSSStyleDeclaration | null,
  isBlock: boolean,
  options: ReadOptions,
): Frame {
  const shadow = element.shadowRoot;
  if (shadow) options.onShadowRoot?.(shadow);
  let shown: readonly Node[] | null = null;
  if (element.localName === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedNodes?.() ?? [];
    if (assigned.length > 0) shown = assigned;
  } else if (element.localName === 'details' && !element.hasAttribute('open')) {
    shown = [...element.children].filter((child) => child.localName === 'summary').slice(0, 1);
  }
  const next = (shadow ?? element).firstChild;
  return { element, style, isBlock, shown, next, at: 0, seen: null, breaks: null };
}

function plainFrame(next: Node | null): Frame {
  return {
    element: null,
    style: null,
    isBlock: true,
    shown: null,
    next,
    at: 0,
    seen: true,
    breaks: false,
  };
}

function nextOf(frame: Frame): Node | null {
  if (frame.shown !== null) {
    const node = frame.shown[frame.at] ?? null;
    frame.at += 1;
    return node;
  }
  const node = frame.next;
  if (node !== null) frame.next = node.nextSibling;
  return node;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
