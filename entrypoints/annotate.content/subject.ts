import { listenWhetherAbout } from '../../utils/match/about.ts';
import { type Gate, listenAtGates } from '../../utils/match/gate.ts';
import { possibleHosts } from './possible-hosts.ts';

/** Text looked at between two turns of the page, in UTF-16 units. */
const SLICE = 50_000;
/** Elements walked between two turns of the page. */
const ELEMENTS_A_TURN = 4_000;
/** Kept of a slice for the next one, so that a name across the cut is seen; longer than names and phrases are. */
const OVERLAP = 64;
/** Text by which a page is judged to be about the subject, in UTF-16 units. */
const MOST_SEEN = 200_000;
/** Text nodes read between two turns of the page; each is looked at, which costs more than walking. */
const NODES_A_TURN = 2_000;
/** Elements that are looked into for shadow roots at most, at a time (see `PAGE_NODES` in extract.ts). */
const MOST_ELEMENTS = 200_000;
/** Elements from which on a page counts as giant, and how deep its parts are heard one by one. */
const GIANT = 50_000;
const DEEPEST = 8;
const UNSEEN = 'script, style, noscript, template, rt, rp, rtc';
/** Letters of scripts that are written with ruby. */
const WITH_RUBY = /[\u3040-\u9fff]/;

/**
 * Listens for what at least one pack is about (see `passesGate`). The function returned hears the text of
 * `nodes` and says whether the page so far is on the subject: the whole page first, then what is new. It
 * leaves the page its turns by `pause`, and tells of the open shadow roots that it meets, and by `onNamed`
 * when it may come to be on the subject.
 *
 * A page is first heard as the browser hands out its text: in one piece, with the words of its scripts.
 * Few pages pass that way, and only they are walked node by node, without scripts; these have to be about
 * the parties, not merely to mention them (see `listenWhetherAbout`).
 */
export function listenForSubject(
  document: Document,
  gates: readonly Gate[],
  pause: () => Promise<void>,
  onShadowRoot: (root: ShadowRoot) => void,
  onNamed: () => void,
): (nodes: readonly Node[]) => Promise<boolean> {
  const inAll = listenAtGates(gates);
  const inSeen = listenAtGates(gates);
  const isAbout = listenWhetherAbout(gates, MOST_SEEN);
  let mayPass = false;
  let isNamed = false;
  let passes = false;
  let isFirst = true;

  async function hears(text: string, listen: (slice: string) => boolean): Promise<boolean> {
    for (let at = 0; at < text.length; at += SLICE) {
      if (at > 0) await pause();
      if (listen(text.length <= SLICE ? text : text.slice(Math.max(0, at - OVERLAP), at + SLICE)))
        return true;
    }
    return false;
  }

  async function hearsIn(root: Node, depth = 0): Promise<boolean> {
    // The text of a giant page is handed out child by child: all at once, it would hold the page.
    if (
      depth < DEEPEST &&
      hasMoreThan(root, GIANT) &&
      (root as Partial<Element>).shadowRoot === null
    ) {
      let heard = 0;
      for (const child of root.childNodes) {
        if (await hearsIn(child, depth + 1)) return true;
        // More need not be counted: within such a child the page had its turns.
        heard += 1 + (hasMoreThan(child, ELEMENTS_A_TURN) ? ELEMENTS_A_TURN : sizeOf(child));
        if (heard > ELEMENTS_A_TURN) {
          heard = 0;
          await pause();
        }
      }
      return false;
    }
    const text = root.textContent ?? '';
    if (await hears(text, inAll)) return true;
    if (hasRuby(root, text) && (await hears(await seenText(root, MOST_SEEN, pause), inAll))) {
      return true;
    }
    for (const shadow of await shadowRootsIn(root, pause)) {
      onShadowRoot(shadow);
      if (await hearsIn(shadow)) return true;
    }
    return false;
  }

  async function seenIn(root: Node): Promise<string> {
    const parts = [await seenText(root, MOST_SEEN, pause)];
    for (const shadow of await shadowRootsIn(root, pause)) parts.push(await seenIn(shadow));
    return parts.join('\n');
  }

  return async (nodes) => {
    if (passes || gates.length === 0 || document.body === null) return passes;
    let news = nodes;
    if (!mayPass) {
      mayPass = inAll(document.title);
      for (const node of nodes) mayPass = mayPass || (await hearsIn(node));
      if (!mayPass) return false;
      onNamed();
      // What is new may lie beyond what is read of a long page.
      news = nodes.includes(document.body) ? nodes : [document.body, ...nodes];
    }
    const fresh: string[] = isFirst ? [document.title] : [];
    isFirst = false;
    for (const node of news) fresh.push(await seenIn(node));
    const text = `${fresh.join('\n')}\n`;
    isNamed = isNamed || (await hears(text, inSeen));
    await pause();
    passes = isAbout(text) && isNamed;
    return passes;
  };
}

/** Whether readings beside the letters may stand within a name. */
function hasRuby(root: Node, text: string): boolean {
  return (
    root instanceof Element && WITH_RUBY.test(text) && root.getElementsByTagName('rt').length > 0
  );
}

/** Looks no further than the element after `count`: to count a million holds the page. */
function hasMoreThan(root: Node, count: number): boolean {
  return root instanceof Element && root.getElementsByTagName('*')[count] !== undefined;
}

function sizeOf(root: Node): number {
  return root instanceof Element ? root.getElementsByTagName('*').length : 0;
}

/** The open shadow roots of elements under `root`, not those within them. */
async function shadowRootsIn(root: Node, pause: () => Promise<void>): Promise<ShadowRoot[]> {
  const roots: ShadowRoot[] = [];
  const own = (root as Partial<Element>).shadowRoot;
  if (own) roots.push(own);
  let looked = 0;
  for (const elements of possibleHosts(root as ParentNode & Node)) {
    for (let at = 0; looked < MOST_ELEMENTS; at += 1) {
      const element = elements[at];
      if (!element) break;
      if (element.shadowRoot) roots.push(element.shadowRoot);
      looked += 1;
      if (looked % ELEMENTS_A_TURN === 0) await pause();
    }
  }
  return roots;
}

/** Text under `root` outside scripts and styles, at most `most` units of it. */
async function seenText(root: Node, most: number, pause: () => Promise<void>): Promise<string> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const parts: string[] = root.nodeType === Node.TEXT_NODE ? [(root as Text).data] : [];
  let length = 0;
  for (let seen = 1; length < most && walker.nextNode(); seen += 1) {
    const { data, parentElement } = walker.currentNode as Text;
    if (!parentElement?.matches(UNSEEN)) {
      // Space between elements is no text: some pages have more of it than of words.
      const text = /\S/.test(data) ? data : ' ';
      parts.push(text);
      length += text.length;
    }
    if (seen % NODES_A_TURN === 0) await pause();
  }
  return parts.join('').slice(0, most);
}
