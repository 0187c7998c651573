import { changedNodes } from '../../utils/text/changed-nodes.ts';
import { watchHiddenText } from './hidden-text.ts';

/** Quiet time after a change before the page is read again, in milliseconds. */
const SETTLE = 400;
/** Shortest and longest time between two readings of a page that keeps changing, in milliseconds. */
const SOONEST = 1000;
const LATEST = 10_000;
/** Nodes and records that are kept apart; beyond them the page counts as changed throughout. */
const MOST_NODES = 400;
const MOST_RECORDS = 4000;
/** How often a short text is replaced, and within what time on average, until nobody waits for it: subtitles, clocks. */
const RESTLESS_TIMES = 12;
const RESTLESS_PERIOD = 3000;
const RESTLESS_LENGTH = 300;
/** Signs that a reader is at work: what they bring up should be read soon. */
const ACTS = ['click', 'keyup', 'scroll'];

/** Nodes around which the page has changed (see `changedNodes`), or that it may have anywhere. */
export type Changed = readonly Node[] | 'everything';

/** Watches a page for new text. */
export interface Changes {
  /** Watches inside an open shadow root too. */
  watchRoot(root: ShadowRoot): void;
  /** Notices when the text of an element that a style hides comes to be seen (see `watchHiddenText`). */
  watchHidden(element: Element, isBoxless: boolean): void;
  /** Runs `write` and takes no notice of what it changes. */
  silently(write: () => void): void;
}

/**
 * Calls `onText` when text was added to, changed on or taken from the page, or came into sight, until
 * `signal` aborts. One observer, which stops listening when more changed than is worth telling apart.
 * The time between calls doubles while changes go on, up to ten seconds, and begins anew when the reader
 * does something; nothing is called while the page is hidden, nor for short texts that are replaced every
 * second or two. `onFrameGone` is called when a frame was taken from the page.
 */
export function watchChanges(
  document: Document,
  onText: (changed: Changed) => void,
  onFrameGone: () => void,
  signal: AbortSignal,
): Changes {
  const roots = new Set<Node>([document]);
  const isRestless = restlessness();
  let changed: Set<Node> | 'everything' = new Set();
  let records = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let calm: ReturnType<typeof setTimeout> | undefined;
  let wait = SOONEST;
  let called = Number.NEGATIVE_INFINITY;
  const observer = new MutationObserver(take);
  const hidden = watchHiddenText(document, appear, signal);

  function listen(): void {
    for (const root of roots) {
      if (root.isConnected) observe(root);
      else roots.delete(root);
    }
  }

  function observe(root: Node): void {
    observer.observe(root, {
      childList: true,
      characterData: true,
      attributeFilter: ['hidden', 'open'],
      subtree: true,
    });
  }

  function take(taken: readonly MutationRecord[]): void {
    records += taken.length;
    if (taken.some(hasTakenFrame)) onFrameGone();
    let isWaitedFor = false;
    for (const record of taken) {
      const nodes = changedNodes(record);
      if (nodes.length === 0) continue;
      isWaitedFor = !isRestless(record) || isWaitedFor;
      note(nodes);
      if (changed === 'everything') break;
    }
    if (records > MOST_RECORDS) changed = 'everything';
    if (changed === 'everything') observer.disconnect();
    if (isWaitedFor || changed === 'everything') schedule();
    else if (changed.size > 0) scheduleWhenCalm();
  }

  function note(nodes: Changed): void {
    if (changed === 'everything') return;
    if (nodes === 'everything') {
      changed = 'everything';
      return;
    }
    for (const node of nodes) changed.add(node);
    if (changed.size > MOST_NODES) changed = 'everything';
  }

  function appear(element: Element): void {
    note([element]);
    schedule();
  }

  function schedule(): void {
    if (timer !== undefined || signal.aborted) return;
    const since = performance.now() - called;
    if (since > LATEST) wait = SOONEST;
    timer = setTimeout(settled, Math.max(SETTLE, wait - since));
  }

  /** Restless texts are read when they have come to rest. */
  function scheduleWhenCalm(): void {
    clearTimeout(calm);
    calm = setTimeout(schedule, RESTLESS_PERIOD);
  }

  function settled(): void {
    timer = undefined;
    if (document.hidden) {
      document.addEventListener('visibilitychange', schedule, { once: true, signal });
      return;
    }
    wait = Math.min(LATEST, wait * 2);
    called = performance.now();
    const handed = changed === 'everything' ? changed : [...changed];
    changed = new Set();
    records = 0;
    if (handed === 'everything') listen();
    hidden.sweep();
    onText(handed);
  }

  function onAct({ isTrusted }: Event): void {
    if (!isTrusted || wait === SOONEST) return;
    wait = SOONEST;
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    schedule();
  }

  for (const type of ACTS) {
    document.addEventListener(type, onAct, { capture: true, passive: true, signal });
  }
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    clearTimeout(calm);
    observer.disconnect();
  });
  listen();
  return {
    watchRoot(root) {
      if (roots.has(root)) return;
      roots.add(root);
      if (!signal.aborted) observe(root);
    },
    watchHidden: hidden.watch,
    silently(write) {
      take(observer.takeRecords());
      write();
      observer.takeRecords();
    },
  };
}

/** Tells texts that are replaced again and again, as subtitles and clocks are; what only grows is none. */
function restlessness(): (record: MutationRecord) => boolean {
  const seen = new WeakMap<Node, { times: number; first: number; last: number }>();
  return ({ type, target, removedNodes }) => {
    if (type === 'attributes') return false;
    if (type === 'childList' && removedNodes.length === 0) return false;
    const now = performance.now();
    const before = seen.get(target);
    const isNew = before === undefined || now - before.last > RESTLESS_PERIOD;
    const one = isNew ? { times: 0, first: now, last: now } : before;
    one.times += 1;
    one.last = now;
    seen.set(target, one);
    if (one.times < RESTLESS_TIMES) return false;
    const isFrequent = (now - one.first) / one.times < RESTLESS_PERIOD;
    return isFrequent && (target.textContent ?? '').length < RESTLESS_LENGTH;
  };
}

/** Whether a change took a frame from the page: the frame itself may be gone before it can say so. */
function hasTakenFrame({ removedNodes }: MutationRecord): boolean {
  for (const node of removedNodes) {
    if (node.nodeName === 'IFRAME') return true;
    if (node instanceof Element && node.firstElementChild && node.querySelector('iframe'))
      return true;
  }
  return false;
}
