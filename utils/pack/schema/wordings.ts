import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { id, interfaceLanguage, language, text, textsByLanguage } from './primitives.ts';
import { subjectNames } from './subjects.ts';

const avoid = v.strictObject({
  language,
  pattern: text(LIMITS.cue),
  reason: text(LIMITS.note),
});

const item = v.strictObject({
  id,
  wordings: v.exactOptional(textsByLanguage(LIMITS.wording)),
  cues: v.exactOptional(textsByLanguage(LIMITS.cue)),
  cues_general: v.exactOptional(textsByLanguage(LIMITS.cue)),
  avoid: v.exactOptional(v.array(avoid)),
});

/** `wordings/*.yaml`: our own wordings, for matching only and never shown as quotations. */
export const wordingsFile = v.strictObject({ items: v.array(item) });

const itemTexts = v.strictObject({
  name: v.exactOptional(text(LIMITS.title)),
  title: v.exactOptional(text(LIMITS.title)),
  gist: v.exactOptional(text(LIMITS.gist)),
  question: v.exactOptional(text(LIMITS.question)),
  label: v.exactOptional(text(LIMITS.title)),
  statement: v.exactOptional(text(LIMITS.statement)),
  status: v.exactOptional(text(LIMITS.note)),
  note: v.exactOptional(text(LIMITS.note)),
  record: v.exactOptional(text(LIMITS.record)),
});

/** `texts/<language>.yaml`: the texts of ours in another language of the interface. */
export const textsFile = v.strictObject({
  language: interfaceLanguage,
  /** Names, short words and notes that recur (speakers, issuers, units): English to this language. */
  names: v.exactOptional(v.record(text(LIMITS.note), text(LIMITS.note))),
  /** Names that this language writes between quotation marks (companies, newspapers): no quotations. */
  marked_names: v.exactOptional(v.array(text(LIMITS.note))),
  /** Names of the subjects that `subjects.yaml` names in English. */
  subjects: v.exactOptional(subjectNames),
  items: v.record(id, itemTexts),
});
