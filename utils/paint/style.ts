import type { ChosenColours, Look } from './painter.ts';

interface Ink {
  readonly line: string;
  readonly tint: string;
}

type Inks = Readonly<Record<Look, Ink>>;

/** Opaque lines, tints that let any ground through. Kinds differ by line first, by colour second. */
export const ON_LIGHT: Inks = {
  clause: { line: '#0b6360', tint: '#0b636026' },
  claim: { line: '#875300', tint: '#c882002e' },
  framing: { line: '#6a3d83', tint: '#6a3d8324' },
  saved: { line: '#55524a', tint: '#7873641a' },
};
export const ON_DARK: Inks = {
  clause: { line: '#7fd0c9', tint: '#7fd0c938' },
  claim: { line: '#e9b765', tint: '#e9b76538' },
  framing: { line: '#cfa8e6', tint: '#cfa8e638' },
  saved: { line: '#b9b4a6', tint: '#b9b4a624' },
};
/** Laid over the tint of the highlight that is open: a warmer ground, on which text stays readable. */
export const ON_LIGHT_CURRENT = '#ffc83c59';
export const ON_DARK_CURRENT = '#7050007a';
const LINES: Readonly<Record<Look, string>> = {
  clause: 'solid',
  claim: 'dashed',
  framing: 'dotted',
  saved: 'double',
};

/** What a rule is written for: a look, or the highlight that is open. */
export type Part = Look | 'current';

/**
 * The rules of all highlights: quiet tint and thin line on screen, system colours where colours are
 * forced, nothing in print. `selectorOf` gives the selector of a part, `colours` are the reader's.
 *
 * Where colours are forced Chromium paints registered highlights as it paints a selection, Highlight
 * behind HighlightText, half of it let through, whatever rules say (`forced-color-adjust` included). Only
 * the line is left to tell kinds apart; it is drawn in HighlightText, so it lies where the browser puts one
 * by itself, on the mark's own ground, and not across its edge. The open mark is painted twice and stands
 * out by that. Firefox takes the colours of the rules.
 */
export function highlightCss(
  selectorOf: (part: Part) => string,
  isDark: boolean,
  colours?: ChosenColours,
): string {
  const inks = isDark ? ON_DARK : ON_LIGHT;
  const chosen = colours?.[isDark ? 'dark' : 'light'] ?? {};
  const looks = Object.keys(LINES) as Look[];
  const plain = looks.map((look) => {
    const { line, tint } = inkOf(inks[look], chosen[look], isDark);
    const thickness = look === 'saved' ? '1px' : '2px';
    return `${selectorOf(look)}{${decoration(LINES[look], line, thickness)}background-color:${tint}!important}`;
  });
  const current = isDark ? ON_DARK_CURRENT : ON_LIGHT_CURRENT;
  const forced = looks.map(
    (look) =>
      `${selectorOf(look)}{${decoration(LINES[look], 'LinkText', '2px', 'auto')}background-color:Canvas!important;color:CanvasText!important}`,
  );
  return [
    '@media screen{',
    ...plain,
    `${selectorOf('current')}{background-color:${current}!important;text-decoration-thickness:3px!important}`,
    '@media (forced-colors:active){',
    ...forced,
    `${selectorOf('current')}{background-color:Highlight!important;color:HighlightText!important}`,
    '}}',
  ].join('\n');
}

/** A chosen line has a tint of its own colour: 15% on light grounds, 22% on dark ones. */
function inkOf(own: Ink, chosen: string | undefined, isDark: boolean): Ink {
  return chosen === undefined ? own : { line: chosen, tint: `${chosen}${isDark ? '38' : '26'}` };
}

function decoration(style: string, colour: string, thickness: string, offset = '2px'): string {
  return `text-decoration:underline ${style} ${colour} ${thickness}!important;text-underline-offset:${offset}!important;`;
}

/** Styles that lie over a document or a shadow root. */
export interface AdoptedCss {
  readonly css: string;
  /** Whether they still lie there: a page may take them away with all others. */
  isThere(): boolean;
  undo(): void;
}

/**
 * Lays `css` over a document or a shadow root as a constructed sheet, which no policy of the page
 * forbids and no element of it shows. Null where the document has no window.
 */
function adoptCss(root: Document | ShadowRoot, css: string): AdoptedCss | null {
  const view = (root.ownerDocument ?? (root as Document)).defaultView;
  if (view === null) return null;
  const sheet = new (view as typeof globalThis & Window).CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return {
    css,
    isThere: () => root.adoptedStyleSheets.includes(sheet),
    undo() {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
    },
  };
}

/** `css` over `root`, in the place of what was `before`; that itself where it still serves. */
export function renewCss(
  root: Document | ShadowRoot,
  css: string,
  before: AdoptedCss | undefined,
): AdoptedCss | undefined {
  if (before?.css === css && before.isThere()) return before;
  before?.undo();
  return adoptCss(root, css) ?? undefined;
}
