import { faultIn, type Rule } from './rule.ts';

/** A redirect leads somewhere in the end: each circle is reported once, with the ids on it. */
export const cyclicRedirect: Rule = {
  name: 'cyclic-redirect',
  needsWhole: false,
  check: ({ pack }) =>
    circlesIn(pack.redirects).map((circle) => {
      const [from = ''] = circle;
      const way = circle.length > 5 ? [...circle.slice(0, 4), '…'] : circle;
      const message = `the redirect leads back to itself: ${[...way, from].join(' → ')}`;
      return {
        ...faultIn(
          pack,
          'redirects.yaml',
          ['redirects', from],
          message,
          'Lead it to an item of the pack',
        ),
        item: from,
      };
    }),
};

/**
 * Circles of redirects, found depth first, each edge once: an id met again while its own targets are still
 * being followed closes a circle. The way is kept by hand, since it may be as long as the file.
 */
function circlesIn(redirects: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>();
  const circles: string[][] = [];
  for (const start of redirects.keys()) {
    const way: { readonly id: string; next: number }[] = [];
    const placeOnWay = new Map<string, number>();
    const enter = (id: string): void => {
      if (done.has(id)) return;
      placeOnWay.set(id, way.length);
      way.push({ id, next: 0 });
    };
    enter(start);
    for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
      const target = redirects.get(last.id)?.[last.next];
      last.next++;
      if (target === undefined) {
        done.add(last.id);
        placeOnWay.delete(last.id);
        way.pop();
        continue;
      }
      const place = placeOnWay.get(target);
      if (place === undefined) enter(target);
      else circles.push(way.slice(place).map(({ id }) => id));
    }
  }
  return circles;
}
