import type { Result } from '../../utils/messages.ts';
import { createHighlightPainter, hasHighlights } from '../../utils/paint/css-highlight.ts';
import { isOnDarkGround } from '../../utils/paint/page-theme.ts';
import type { Highlight, Painter } from '../../utils/paint/painter.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import { loadPart } from './parts.ts';

/** Stands where nothing is painted yet. */
export const NO_PAINTER: Painter = {
  paint() {},
  setCurrent() {},
  hitTest: () => null,
  rangesOf: () => [],
  rectsOf: () => [],
  clear() {},
  dispose() {},
};

/** The painter that suits the browser and the reader. */
export async function painterFor(
  document: Document,
  { marks, colours }: Pick<Settings, 'marks' | 'colours'>,
): Promise<Result<Painter>> {
  if (marks !== 'elements' && hasHighlights()) {
    return { ok: true, value: createHighlightPainter(document, colours) };
  }
  const part = await loadPart('marks');
  return part.ok ? { ok: true, value: part.value(document, colours) } : part;
}

/** Whether what is painted stands on a dark ground, by its first highlight; null where nothing is. */
export function groundOf(painter: Painter, [first]: readonly Highlight[]): boolean | null {
  const [range] = first ? painter.rangesOf(first.id) : [];
  const element = range?.startContainer.parentElement;
  return element ? isOnDarkGround(element) : null;
}
