import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { address, id, text, textsByLanguage, voice } from './primitives.ts';

const framing = v.strictObject({
  id,
  /** A neutral noun phrase. Never shown without `held_by`. */
  label: text(LIMITS.title),
  held_by: v.pipe(v.array(text(LIMITS.attribution)), v.minLength(1)),
  standpoint: v.array(v.picklist(['official', 'analysts', 'commentators', 'columnist', 'press'])),
  /** One sentence from the inside. Never shown without `held_by`. */
  gist: text(LIMITS.gist),
  note: v.exactOptional(text(LIMITS.note)),
  voices: v.array(voice),
  /** None of the pack's sources holds it; `seen_at` says where it was seen. */
  absent_from_sources: v.exactOptional(v.boolean()),
  seen_at: v.exactOptional(v.array(address)),
  cues: textsByLanguage(LIMITS.cue),
  /** Wordings that say little by themselves. */
  cues_general: v.exactOptional(textsByLanguage(LIMITS.cue)),
  clauses: v.exactOptional(v.array(id)),
  claims: v.exactOptional(v.array(id)),
});

/** `topics/<topic>.yaml`: a question and the framings that answer it. */
export const topicFile = v.strictObject({
  id,
  question: v.pipe(text(LIMITS.question), v.regex(/\?$/, 'a question ends with a question mark')),
  note: v.exactOptional(text(LIMITS.note)),
  only_one_side_in_sources: v.exactOptional(v.boolean()),
  /** Who adopted which wording, when, in which text. */
  record: v.exactOptional(text(LIMITS.record)),
  framings: v.pipe(v.array(framing), v.minLength(1)),
});
