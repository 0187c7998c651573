import type { SavedSession } from '../../utils/messages/page-parts.ts';
import type { Annotator } from './annotator.ts';
import { loadPart } from './parts.ts';
import { phraseOf } from './phrase.ts';
import type { Tongue } from './texts.ts';
import { bringIntoSight } from './walk.ts';

/**
 * Shows what the reader wrote on saved passages, by a part that is loaded with the first one. See
 * `SavedSession.show` for what is asked and answered.
 */
export function savedSession(
  document: Document,
  annotator: Annotator,
  tongue: () => Promise<Tongue>,
  signal: AbortSignal,
): SavedSession['show'] {
  let session: SavedSession | null = null;
  signal.addEventListener('abort', () => session?.close());
  return async (...wanted) => {
    const part = await loadPart('saved');
    if (!part.ok || signal.aborted) return false;
    session ??= part.value.open({
      document,
      page: annotator,
      tongue,
      phraseOf: (highlight) => phraseOf(annotator, highlight),
      bringIntoSight: (highlight) => bringIntoSight(annotator, highlight),
    });
    return session.show(...wanted);
  };
}
