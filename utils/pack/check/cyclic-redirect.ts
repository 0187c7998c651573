import { faultIn, type Rule } from './rule.ts';

/** A redirect leads somewhere in the end. */
export const cyclicRedirect: Rule = {
  name: 'cyclic-redirect',
  needsWhole: false,
  check: ({ pack }) =>
    [...pack.redirects.keys()]
      .filter((from) => returnsTo(from, pack.redirects))
      .map((from) => ({
        ...faultIn(
          pack,
          'redirects.yaml',
          ['redirects', from],
          'the redirect leads back to itself',
          'Lead it to an item of the pack',
        ),
        item: from,
      })),
};

function returnsTo(from: string, redirects: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const open = [...(redirects.get(from) ?? [])];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === from) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(redirects.get(id) ?? []));
  }
  return false;
}
