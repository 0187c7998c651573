import type { Phrase } from '../../utils/messages/page-parts.ts';
import type { Annotator } from './annotator.ts';

/** A highlight as something to stay beside. */
export function phraseOf(annotator: Annotator, highlight: string): Phrase {
  return {
    rects: () => annotator.painter.rectsOf(highlight),
    element: () => annotator.painter.rangesOf(highlight)[0]?.startContainer.parentElement ?? null,
  };
}
