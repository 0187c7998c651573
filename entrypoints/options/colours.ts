import type { ColourShown, Ground } from '../../components/options/types.ts';
import type { ItemKind } from '../../utils/match/types.ts';
import { contrastOf } from '../../utils/paint/contrast.ts';
import { ON_DARK, ON_LIGHT } from '../../utils/paint/style.ts';
import type { Settings } from '../../utils/settings/settings.ts';

/** The least contrast of a line with its page: WCAG 2.2, 1.4.11. */
export const LEAST_CONTRAST = 3;

const KINDS: readonly ItemKind[] = ['clause', 'claim', 'framing'];
const INKS = { light: ON_LIGHT, dark: ON_DARK } as const;
/** Grounds that colours are measured against: white, and the grey of dark pages. */
const GROUNDS: Readonly<Record<Ground, string>> = { light: '#ffffff', dark: '#202124' };

/** Contrast of a colour with the ground that it is for. */
export function contrastOn(ground: Ground, colour: string): number {
  return contrastOf(colour, GROUNDS[ground]);
}

/** The colours as they are painted: the reader's where there are any. */
export function coloursShown({ colours }: Settings): ColourShown[] {
  return (['light', 'dark'] as const).flatMap((ground) =>
    KINDS.map((kind) => {
      const colour = colours[ground][kind] ?? INKS[ground][kind].line;
      return { kind, ground, colour, ratio: contrastOn(ground, colour) };
    }),
  );
}
