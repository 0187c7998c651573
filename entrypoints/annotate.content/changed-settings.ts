import type { Settings } from '../../utils/settings/settings.ts';
import { switchOf } from './address.ts';

/**
 * Whether a page begins from the start when its reader has changed the settings: it is switched on or off,
 * its marks become of another kind, or they are elements (`isWrapping`), which keep their colours.
 */
export function startsAnew(
  before: Settings,
  after: Settings,
  document: Document,
  isWrapping: boolean,
): boolean {
  return (
    switchOf(before, document) !== switchOf(after, document) ||
    before.marks !== after.marks ||
    (isWrapping && recolours(before, after))
  );
}

/** Whether the engine is asked again: for other matches, or for their titles in another language. */
export const asksAnew = (before: Settings, after: Settings): boolean =>
  before.sensitivity !== after.sensitivity || before.interfaceLanguage !== after.interfaceLanguage;

export const recolours = (before: Settings, after: Settings): boolean =>
  JSON.stringify(before.colours) !== JSON.stringify(after.colours);
