import type { Settings } from '../../utils/settings/settings.ts';
import { switchOf } from './address.ts';

/** What has to be done on a page when its reader has changed the settings. */
export interface Effect {
  /** The page is switched on or off, or its marks become of another kind: begin from the start. */
  readonly startsAnew: boolean;
  /** Other matches, or their titles in another language: the engine is asked again. */
  readonly asksAnew: boolean;
  readonly recolours: boolean;
}

/** What is painted as elements cannot change its colours in place: `isWrapping`. */
export function effectOf(
  before: Settings,
  after: Settings,
  document: Document,
  isWrapping: boolean,
): Effect {
  const recolours = JSON.stringify(before.colours) !== JSON.stringify(after.colours);
  return {
    startsAnew:
      switchOf(before, document) !== switchOf(after, document) ||
      before.marks !== after.marks ||
      (recolours && isWrapping),
    asksAnew:
      before.sensitivity !== after.sensitivity ||
      before.interfaceLanguage !== after.interfaceLanguage,
    recolours,
  };
}
