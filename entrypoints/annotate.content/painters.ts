import { createHighlightPainter, hasHighlights } from '../../utils/paint/css-highlight.ts';
import type { Painter } from '../../utils/paint/painter.ts';
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

/** The painter that suits the browser and the reader. Throws where its part does not load. */
export async function painterFor(
  document: Document,
  { marks, colours }: Pick<Settings, 'marks' | 'colours'>,
): Promise<Painter> {
  if (marks !== 'elements' && hasHighlights()) return createHighlightPainter(document, colours);
  const part = await loadPart('marks');
  if (!part.ok) throw new Error(`${part.error.message} ${part.error.remedy}`);
  return part.value(document, colours);
}
