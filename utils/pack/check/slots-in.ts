import type { Language } from '../../match/types.ts';
import type { Claim, Pack, Wording } from '../model.ts';
import { type FoundSlots, slotsIn } from '../number-slots.ts';

/** The slots of one wording of ours, with the place where it is written. */
export interface PlacedSlots extends FoundSlots {
  readonly entry: Wording;
  readonly path: readonly (string | number)[];
  /** The claim that the wording says; null where the item is none. */
  readonly claim: Claim | null;
}

/** The number slots, and what looks like one, of every wording of a pack. */
export function slotsInWordings(pack: Pack): PlacedSlots[] {
  const claims = new Map<string, Claim>();
  for (const claim of pack.claims) {
    // An id that is used twice is told once; its slots may mean a figure of either.
    const figures = [...(claims.get(claim.id)?.figures ?? []), ...claim.figures];
    claims.set(claim.id, { ...claim, figures });
  }
  return pack.wordings.flatMap((entry) =>
    (Object.entries(entry.wordings ?? {}) as [Language, readonly string[]][]).flatMap(
      ([language, texts]) =>
        texts.map((text, at) => ({
          ...slotsIn(text),
          entry,
          path: ['wordings', language, at],
          claim: claims.get(entry.id) ?? null,
        })),
    ),
  );
}
