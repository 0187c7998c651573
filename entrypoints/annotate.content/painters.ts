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
  isIntact: () => true,
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

/**
 * Whether `highlights` stand on a dark ground, by the first of them; null where there is none. To be
 * asked before they are painted: right after, the browser would have to lay styles out in between.
 */
export function groundOf([first]: readonly Highlight[]): boolean | null {
  const element = first?.parts[0]?.node.parentElement;
  return element?.isConnected ? isOnDarkGround(element) : null;
}
