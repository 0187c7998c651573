import { isOnDarkGround } from './page-theme.ts';
import type { ChosenColours, Look, Highlight as PageHighlight, Painter } from './painter.ts';
import { LOOKS } from './painter.ts';
import { holdsPoint, isAlive, rangesOf, rectsOf } from './ranges.ts';
import { type AdoptedCss, highlightCss, type Part, renewCss } from './style.ts';

/** Names of elements that rules are written for one by one; beyond them for all elements. */
const MOST_NAMES = 24;

/** Gives a rule the weight of names that no element has, so that what a page says of all its text gives way. */
const WEIGHT = '#parallax#parallax#parallax';

const nameOf = (part: Part) => `parallax-${part}`;
/** Painted over one another in this order. */
const PRIORITY: Readonly<Record<Part, number>> = {
  saved: 0,
  framing: 2,
  claim: 2,
  clause: 1,
  current: 3,
};

interface Shown {
  readonly look: Look;
  readonly ranges: readonly Range[];
  /** In UTF-16 units. */
  readonly length: number;
}

/** Not in every `lib.dom.d.ts` yet: CSS Custom Highlight API, section on hit testing. */
interface HitTesting {
  highlightsFromPoint?: (
    x: number,
    y: number,
    options: { shadowRoots: readonly ShadowRoot[] },
  ) => readonly { readonly ranges: readonly AbstractRange[] }[];
}

/** Whether this browser paints highlights without elements. */
export function hasHighlights(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function';
}

/** Paints by the CSS Custom Highlight API: the page's elements and text are not touched at all. */
export function createHighlightPainter(document: Document, colours?: ChosenColours): Painter {
  const { CSS, Highlight } = (document.defaultView ?? globalThis) as typeof globalThis;
  const shown = new Map<string, Shown>();
  const registered = new Map<Part, Highlight>();
  const idOf = new WeakMap<AbstractRange, string>();
  const roots = new Map<Document | ShadowRoot, AdoptedCss>();
  /** Names of the elements that hold what was painted in each root. */
  const holders = new WeakMap<Document | ShadowRoot, Set<string>>();

  function paint(highlights: readonly PageHighlight[]): void {
    shown.clear();
    unregister('current');
    const byLook = new Map<Look, Range[]>(LOOKS.map((look) => [look, []]));
    const grounds = new Map<Document | ShadowRoot, boolean>();
    for (const { id, look, parts } of highlights) {
      const ranges = rangesOf(parts);
      const length = parts.reduce((sum, { start, end }) => sum + end - start, 0);
      shown.set(id, { look, ranges, length });
      byLook.get(look)?.push(...ranges);
      for (const range of ranges) {
        idOf.set(range, id);
        // Frameworks take text out between reading and painting: what is in no document has no styles.
        if (!range.startContainer.isConnected) continue;
        const root = range.startContainer.getRootNode() as Document | ShadowRoot;
        const parent = range.startContainer.parentElement;
        if (parent === null) continue;
        const names = holders.get(root) ?? new Set();
        holders.set(root, names.add(parent.localName));
        if (!grounds.has(root)) grounds.set(root, isOnDarkGround(parent));
      }
    }
    for (const [root, isDark] of grounds) dress(root, isDark);
    for (const [look, ranges] of byLook) register(look, ranges);
  }

  /** Gives a root its styles, anew where the page has dropped them or changed its ground. */
  function dress(root: Document | ShadowRoot, isDark: boolean): void {
    // A rule for every element would have the browser style every element anew.
    const names = [...(holders.get(root) ?? [])];
    const on = names.length > MOST_NAMES ? '*' : names.map(CSS.escape).join();
    const selectorOf = (part: Part) => `:is(${on},${WEIGHT})::highlight(${nameOf(part)})`;
    const css = renewCss(root, highlightCss(selectorOf, isDark, colours), roots.get(root));
    if (css) roots.set(root, css);
  }

  function isIntact(): boolean {
    const { highlights } = CSS;
    const areShown = [...registered].every(([part, own]) => highlights.get(nameOf(part)) === own);
    return areShown && [...roots.values()].every((css) => css.isThere());
  }

  function hitTest(x: number, y: number): string | null {
    const registry = CSS.highlights as HitTesting;
    let ids: string[];
    if (typeof registry.highlightsFromPoint === 'function') {
      const shadowRoots = [...roots.keys()].filter((root) => root !== document) as ShadowRoot[];
      const hits = registry.highlightsFromPoint(x, y, { shadowRoots });
      ids = hits.flatMap(({ ranges }) => ranges.map((range) => idOf.get(range) ?? ''));
    } else {
      ids = [...shown]
        .filter(([, { ranges }]) => holdsPoint(rectsOf(ranges), x, y))
        .map(([id]) => id);
    }
    return preferred(ids.filter((id) => shown.has(id)));
  }

  function preferred(ids: readonly string[]): string | null {
    const weight = (id: string) => {
      const { look, length } = shown.get(id) ?? { look: 'saved', length: 0 };
      return length + (look === 'saved' ? 1e9 : 0);
    };
    return ids.reduce<string | null>(
      (best, id) => (best === null || weight(id) < weight(best) ? id : best),
      null,
    );
  }

  const living = (id: string) => shown.get(id)?.ranges.filter(isAlive) ?? [];

  function clear(): void {
    shown.clear();
    for (const part of [...registered.keys()]) unregister(part);
  }

  return {
    paint,
    hitTest,
    isIntact,
    clear,
    setCurrent: (id) => register('current', id === null ? [] : (shown.get(id)?.ranges ?? [])),
    rangesOf: living,
    rectsOf: (id) => rectsOf(living(id)),
    dispose() {
      clear();
      for (const { undo } of roots.values()) undo();
      roots.clear();
    },
  };

  function register(part: Part, ranges: readonly Range[]): void {
    unregister(part);
    if (ranges.length === 0) return;
    const highlight = new Highlight(...ranges);
    highlight.priority = PRIORITY[part];
    registered.set(part, highlight);
    CSS.highlights.set(nameOf(part), highlight);
  }

  /** Takes away what this painter registered: after an update, another one paints under these names. */
  function unregister(part: Part): void {
    const own = registered.get(part);
    if (own !== undefined && CSS.highlights.get(nameOf(part)) === own) {
      CSS.highlights.delete(nameOf(part));
    }
    registered.delete(part);
  }
}
