import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { id, isoDate, text, textsByLanguage } from './primitives.ts';

/** A party that a page must name before the pack speaks. */
const party = v.strictObject({
  id,
  names: v.pipe(
    textsByLanguage(LIMITS.title),
    v.check(
      (names) => Object.values(names).some((list) => list.length > 0),
      'a party has a name in one language at least',
    ),
  ),
});

/** How a text of a clause came about, and who answers for it. */
const rendering = v.strictObject({
  role: v.picklist(['original', 'translation', 'report']),
  /** Who translated or reported. Left out for an original. */
  by: v.exactOptional(text(LIMITS.attribution)),
});

/** `pack.yaml`: what the pack is, and what a page must be about. */
export const packFile = v.strictObject({
  id,
  name: text(LIMITS.title),
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'a version has three numbers: 1.0.0')),
  date: isoDate,
  licence: v.exactOptional(text(LIMITS.title)),
  about: v.exactOptional(text(LIMITS.note)),
  subject: v.strictObject({
    parties: v.pipe(v.array(party), v.minLength(1)),
    /** Others that a passage may pair with one of the parties: their matters are not this pack's. */
    others: v.exactOptional(v.array(party)),
    /** Words that stand for all parties together on a page about them. */
    together: v.exactOptional(textsByLanguage(LIMITS.title)),
    /** Words that hold a party's name and do not mean it. */
    except: v.exactOptional(v.array(text(LIMITS.title))),
    /** Phrases that only texts on the subject use: three different ones stand for the parties' names. */
    hallmarks: v.exactOptional(textsByLanguage(LIMITS.title)),
  }),
  renderings: v.record(id, rendering),
});

/** `ids.yaml`: every id that an edition has published, so that none vanishes unnoticed. */
export const idsFile = v.strictObject({ ids: v.array(id) });

/** `redirects.yaml`: former ids and the ids that stand for them; several where an item was split. */
export const redirectsFile = v.strictObject({
  redirects: v.record(text(LIMITS.id), v.pipe(v.array(id), v.minLength(1))),
});
