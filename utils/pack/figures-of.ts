import type { Entry } from './entries.ts';
import type { Claim, Clause, Pack } from './model.ts';

/**
 * The claims whose figures stand in the words of each clause: a figure's slice of a source lies, in part
 * or whole, in one of the clause's. Clauses without such a claim are left out.
 */
export function claimsWithFiguresOf(
  pack: Pick<Pack, 'claims' | 'clauses'>,
): Map<string, readonly string[]> {
  const slices = pack.claims.flatMap(({ id, figures }) =>
    figures.flatMap(({ source }) => (source === undefined ? [] : [{ id, ...source }])),
  );
  const found = new Map<string, readonly string[]>();
  for (const clause of pack.clauses) {
    const claims = slices.filter((slice) =>
      Object.values(clause.texts).some(
        ({ source }: NonNullable<Clause['texts']['en']>) =>
          source !== undefined &&
          source.file === slice.file &&
          source.offset < slice.end &&
          slice.offset < source.end,
      ),
    );
    if (claims.length > 0) found.set(clause.id, [...new Set(claims.map(({ id }) => id))]);
  }
  return found;
}

/** The claims whose figures an item's card shows, in the order of the card: its own, or a clause's. */
export function figuredClaims(
  entry: Entry | null,
  read: (id: string) => unknown,
): Extract<Entry, { kind: 'claim' }>[] {
  if (entry?.kind === 'claim') return [entry];
  if (entry?.kind !== 'clause') return [];
  return (entry.claims ?? []).flatMap((id) => {
    const claim = read(id) as Entry | null;
    return claim?.kind === 'claim' ? [claim] : [];
  });
}

/** Figures of claims, in order. */
export function figuresOf(
  claims: readonly Extract<Entry, { kind: 'claim' }>[],
): readonly Claim['figures'][number][] {
  return claims.flatMap(({ claim }) => claim.figures);
}
