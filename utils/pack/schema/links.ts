import * as v from 'valibot';
import { id } from './primitives.ts';

/** How clauses that belong together lie to each other; every relation holds in both directions. */
const RELATIONS = ['same-formula', 'same-position', 'other-side'] as const;

const link = v.strictObject({
  /**
   * `same-formula`: the same short formula; `same-position`: the same position in other words;
   * `other-side`: what the one side says, and what the other says in return.
   */
  relation: v.picklist(RELATIONS),
  clauses: v.pipe(v.array(id), v.minLength(2)),
});

/** `links.yaml`: clauses of different texts that belong together, in groups without order. */
export const linksFile = v.strictObject({ links: v.array(link) });
