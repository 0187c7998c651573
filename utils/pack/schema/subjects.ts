import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { id, text } from './primitives.ts';

/** Names of the subjects of clauses and claims, by the word that stands in their `subject`. */
export const subjectNames = v.record(id, text(LIMITS.title));

/** `subjects.yaml`: what a reader sees for the subject of clauses and claims that answer no question. */
export const subjectsFile = v.strictObject({ subjects: subjectNames });
