import type { Pack } from '../model.ts';

/** Words of somebody else somewhere in an entry. */
export interface FoundQuotation {
  readonly entry: { readonly id: string };
  readonly path: readonly (string | number)[];
  readonly text: string | undefined;
  readonly source: { readonly file: string; readonly offset: number; readonly end: number } | null;
  readonly address: string | undefined;
}

/** Every part of a pack that names a place in a source or an address for its words. */
export function quotationsIn(pack: Pack): FoundQuotation[] {
  const found: FoundQuotation[] = [];
  const entries = [
    ...pack.documents,
    ...pack.clauses,
    ...pack.claims,
    ...pack.topics.flatMap((topic) => topic.framings),
    ...pack.formulae,
    ...pack.differences,
  ];
  for (const entry of entries) {
    walk(entry, [], (value, path) => {
      if (!('text' in value || 'source' in value)) return;
      const { text, source, address } = value as {
        text?: string;
        source?: FoundQuotation['source'];
        address?: string;
      };
      found.push({ entry, path, text, source: source ?? null, address });
    });
  }
  return found;
}

function walk(
  value: unknown,
  path: readonly (string | number)[],
  visit: (value: object, path: readonly (string | number)[]) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    value.forEach((entry, at) => {
      walk(entry, [...path, at], visit);
    });
    return;
  }
  visit(value, path);
  for (const [key, entry] of Object.entries(value))
    if (typeof entry === 'object') walk(entry, [...path, key], visit);
}
