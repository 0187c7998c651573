import { fieldsIn, listIn, textIn } from './drafts.ts';
import type { Omission } from './incoming.ts';
import { isReachable } from './lines.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** Keys of the W3C model, and what drafts of it and of JSON-LD called the same. */
const OLDER = {
  ...{ id: '@id', type: '@type', value: 'text', items: 'members' },
  ...{ purpose: 'role', bodyValue: 'bodyText' },
} as const;

/** The fields of a part of an annotation by the names of the model, where it has them by older names too. */
export function partOf(value: unknown): Fields {
  const fields = fieldsIn(value);
  const named: Record<string, unknown> = Object.assign(Object.create(null), fields);
  for (const [name, older] of Object.entries(OLDER)) named[name] ??= fields[older];
  return named;
}

/** The classes of a part by their names in the model. */
export const typesOf = (part: Fields): readonly string[] =>
  listIn(part.type).map((type) =>
    textIn(type).replace(/^(?:oa:|https?:\/\/www\.w3\.org\/ns\/oa#)/, ''),
  );

/** The members of a `Choice`, or of a set of another kind; what is none stands for itself. */
export function membersOf(value: unknown): readonly unknown[] {
  const { items } = partOf(value);
  return Array.isArray(items) ? items : [value];
}

export const iriIn = (value: unknown): string => textIn(value) || textIn(partOf(value).id);

/** All selectors of a resource, those that refine others and those of a set too; at most five deep. */
export function selectorsIn(value: unknown, depth = 0): readonly Fields[] {
  if (depth > 5) return [];
  return listIn(value).flatMap((each) => {
    const part = partOf(each);
    if (Array.isArray(part.items)) return selectorsIn(part.items, depth + 1);
    return [part, ...selectorsIn(part.refinedBy, depth + 1)];
  });
}

/** The address of a resource; a `FragmentSelector` says what stands behind its `#`. */
export function addressOf(resource: unknown, selectors: readonly Fields[]): string {
  const { source } = partOf(resource);
  const iri = iriIn(source ?? resource);
  const fragment = selectors.find((each) => typesOf(each).includes('FragmentSelector'));
  const value = textIn(fragment?.value).replace(/^#/, '');
  if (value === '' || !isReachable(iri) || iri.includes('#') || !URL.canParse(iri)) return iri;
  const address = new URL(iri);
  address.hash = value;
  return address.href;
}

/** What a part of an annotation says that no record has a place for. */
export function omissionsOf(part: Fields): readonly Omission[] {
  const has = (...names: readonly string[]): boolean =>
    names.some((name) => part[name] !== undefined && part[name] !== null);
  return [
    ...(has('state', 'scope', 'renderedVia') ? ['circumstances' as const] : []),
    ...(has('creator', 'audience', 'rights', 'canonical', 'via') ? ['people' as const] : []),
    ...(has('stylesheet', 'styleClass') ? ['looks' as const] : []),
  ];
}
