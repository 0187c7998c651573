import * as v from 'valibot';
import { STATUSES } from './model.ts';
import type { Narrowing } from './narrow.ts';

const value = v.nullable(v.pipe(v.string(), v.maxLength(2_000)));

const savedFilter = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  query: v.pipe(v.string(), v.maxLength(2_000)),
  narrowing: v.object({
    status: v.nullable(v.picklist(STATUSES)),
    ...{ topic: value, item: value, tag: value, site: value, language: value },
    ...{ from: value, to: value },
  }),
});

/** The stored filters that can be read; others are passed over. */
export function parseSavedFilters(
  stored: unknown,
): { name: string; query: string; narrowing: Narrowing }[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((each) => {
    const parsed = v.safeParse(savedFilter, each);
    return parsed.success ? [parsed.output] : [];
  });
}
