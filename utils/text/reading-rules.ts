/** How an element takes part in the text that a reader reads. */
export type Role =
  /** Not read, and its surroundings run on as if it were not there. */
  | 'skip'
  /** Not read, and it parts what stands before it from what stands after it. */
  | 'skip-block'
  | 'line-break'
  | 'inline'
  | 'block';

const NEVER_READ = new Set(
  'script style noscript template head title link meta base textarea input select option optgroup datalist iframe frame frameset object embed canvas video audio svg math map area rt rp rtc progress meter code kbd samp'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const INLINES = new Set(
  'a abbr b bdi bdo cite del dfn em font i ins label mark q s small span strong sub sup time u var'.split(
    ' ',
  ),
);
/** A reference mark: "1", "[12]", "*", "(a)". */
const REFERENCE = /^[\s[(]*(?:\d{1,3}|[a-z*†‡§])[\s\])]*$/i;
const DROP_CAP_LENGTH = 3;

/**
 * The role of `element`. Reads the document, writes nothing. Computed style decides where there is
 * one, the element's name otherwise.
 */
export function roleOf(element: Element, style: CSSStyleDeclaration | null): Role {
  const name = element.localName;
  if (name === 'br') return 'line-break';
  const display = style?.display ?? '';
  if (display === 'none' || (display === '' && element.hasAttribute('hidden'))) return 'skip';
  const block = isBlock(element, name, display, style);
  if (block === null) return 'skip';
  if (NEVER_READ.has(name) || isEditable(element) || isKeptBack(element, style, block)) {
    return block ? 'skip-block' : 'skip';
  }
  if (name === 'sup' && REFERENCE.test(element.textContent ?? '')) return 'skip';
  return block ? 'block' : 'inline';
}

/** Names whose elements hold nothing to read whatever their style: no style need be computed. */
export function isNeverRendered(name: string): boolean {
  return name === 'script' || name === 'style' || name === 'template' || name === 'noscript';
}

/** Whether text directly inside an element of this style can be seen. */
export function isSeen(style: CSSStyleDeclaration | null): boolean {
  const visibility = style?.visibility ?? '';
  return visibility === '' || visibility === 'visible';
}

/** Whether line breaks in the source are line breaks on the page. */
export function keepsLineBreaks(element: Element, style: CSSStyleDeclaration | null): boolean {
  const whiteSpace = style?.whiteSpace ?? '';
  if (whiteSpace === '') return element.closest('pre') !== null;
  return /pre|break-spaces/.test(whiteSpace);
}

/** Null where the element lies outside the line and is there for screen readers only. */
function isBlock(
  element: Element,
  name: string,
  display: string,
  style: CSSStyleDeclaration | null,
): boolean | null {
  if (style === null || display === '') return BLOCKS.has(name);
  if (/^(?:inline|contents|ruby|math)/.test(display)) return false;
  if (!INLINES.has(name)) return true;
  // An inline element becomes a block by floating (a drop cap) or by leaving the flow.
  if (style.float !== 'none' && style.float !== '') {
    return (element.textContent ?? '').trim().length > DROP_CAP_LENGTH;
  }
  if (style.position === 'absolute' && isClippedAway(element, style)) return null;
  return true;
}

function isClippedAway(element: Element, style: CSSStyleDeclaration): boolean {
  const clipped = /rect/.test(style.clip) || /inset\(\s*(?:50|100)%/.test(style.clipPath);
  return clipped || ('offsetWidth' in element && (element as HTMLElement).offsetWidth <= 1);
}

function isEditable(element: Element): boolean {
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  return element.getAttribute('role') === 'textbox';
}

function isKeptBack(element: Element, style: CSSStyleDeclaration | null, block: boolean): boolean {
  if (element.getAttribute('hidden') === 'until-found') return true;
  return block && style?.contentVisibility === 'hidden';
}
