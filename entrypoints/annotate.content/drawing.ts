import { withoutLone } from '../../utils/match/lone-match.ts';
import type { Highlight } from '../../utils/paint/painter.ts';
import { whatIsDrawn } from '../../utils/paint/what-is-drawn.ts';
import { isMuted, type Settings, siteOf } from '../../utils/settings/settings.ts';
import { locate } from '../../utils/text/locate.ts';
import type { Passages } from '../../utils/text/passages.ts';
import type { Found, Reading, Stop } from './found.ts';

/** What a reading comes to on the page: highlights to paint, and stops in reading order. */
export function drawingOf(
  { found, saved }: Reading,
  settings: Settings,
  address: string,
): { readonly highlights: readonly Highlight[]; readonly stops: readonly Stop[] } {
  const site = siteOf(address);
  const shown = withoutLone(found, settings.sensitivity);
  const wanted = shown.filter(({ item }) => !isMuted(settings, item, site));
  const highlights: Highlight[] = [];
  const stops: Stop[] = [];
  const drawn = whatIsDrawn(wanted, settings, (start, end) => textBetween(wanted, start, end));
  for (const { start, end, kind, matches } of drawn) {
    const [first] = matches;
    if (first === undefined) continue;
    const located = locateInPage(first.passages, start, end);
    if (located === null) continue;
    const id = `${kind}-${start}`;
    highlights.push({ id, look: kind, parts: located.parts });
    for (const match of matches) stops.push({ found: match, highlight: id });
  }
  // In reading order: the page can see its marks, and need not see which was saved first.
  for (const { id, start, end, passages } of saved.toSorted((a, b) => a.start - b.start)) {
    const located = locateInPage(passages, start, end);
    if (located) highlights.push({ id: `saved-${id}`, look: 'saved', parts: located.parts });
  }
  return { highlights, stops };
}

function locateInPage(passages: Passages, start: number, end: number) {
  return locate(passages, { start: start - passages.start, end: end - passages.start });
}

/** Text of the page between two matches; a letter where they stand in different chunks. */
function textBetween(found: readonly Found[], start: number, end: number): string {
  const holder = found.find(
    ({ passages }) => passages.start <= start && end <= passages.start + passages.text.length,
  );
  if (holder === undefined) return 'x';
  const { passages } = holder;
  return passages.text.slice(start - passages.start, end - passages.start);
}
