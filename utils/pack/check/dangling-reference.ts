import type { Fault } from '../fault.ts';
import type { Pack } from '../model.ts';
import { quotationsIn } from './quotations-in.ts';
import { faultAt, faultIn, type Rule } from './rule.ts';

/** Whatever an entry refers to is in the pack. */
export const danglingReference: Rule = {
  name: 'dangling-reference',
  needsWhole: true,
  check: ({ pack }) => [...references(pack), ...slices(pack), ...redirects(pack)],
};

function references(pack: Pack): Fault[] {
  const faults: Fault[] = [];
  const ids = (entries: readonly { readonly id: string }[]) => new Set(entries.map(({ id }) => id));
  const documents = ids(pack.documents);
  const clauses = ids(pack.clauses);
  const claims = ids(pack.claims);
  const framings = ids(pack.topics.flatMap((topic) => topic.framings));
  const sources = ids(pack.sources);
  const items = new Set([...clauses, ...claims, ...framings]);
  const renderings = new Set(Object.keys(pack.head.renderings));
  const demand = (
    entry: object,
    path: readonly (string | number)[],
    id: string,
    known: ReadonlySet<string>,
    what: string,
  ) => {
    if (known.has(id)) return;
    const remedy = `Correct the name, or add the ${what} first`;
    faults.push(
      faultAt(pack, entry, path, `refers to the ${what} "${id}", which does not exist`, remedy),
    );
  };
  const demandAll = (
    entry: object,
    field: string,
    list: readonly string[] | undefined,
    known: ReadonlySet<string>,
    what: string,
  ) =>
    list?.forEach((id, at) => {
      demand(entry, [field, at], id, known, what);
    });

  for (const clause of pack.clauses) {
    demand(clause, [], clause.document, documents, 'document');
    for (const [language, text] of Object.entries(clause.texts))
      demand(clause, ['texts', language, 'rendering'], text.rendering, renderings, 'rendering');
    clause.also_quoted?.forEach((quotation, at) => {
      demand(clause, ['also_quoted', at, 'by'], quotation.by, sources, 'source');
    });
  }
  for (const claim of pack.claims) {
    demandAll(claim, 'documents', claim.documents, documents, 'document');
    demandAll(claim, 'clauses', claim.clauses, clauses, 'clause');
  }
  for (const framing of pack.topics.flatMap((topic) => topic.framings)) {
    demandAll(framing, 'clauses', framing.clauses, clauses, 'clause');
    demandAll(framing, 'claims', framing.claims, claims, 'claim');
  }
  for (const formula of pack.formulae) {
    demandAll(formula, 'clauses', formula.clauses, clauses, 'clause');
    demandAll(formula, 'framings', formula.framings, framings, 'framing');
    formula.in_documents.forEach((row, at) => {
      demand(formula, ['in_documents', at, 'document'], row.document, documents, 'document');
    });
  }
  for (const link of pack.links) demandAll(link, 'clauses', link.clauses, clauses, 'clause');
  for (const difference of pack.differences)
    demandAll(difference, 'items', difference.items, items, 'item');
  return faults;
}

function slices(pack: Pack): Fault[] {
  const files = new Set(pack.sources.map((source) => source.file));
  return quotationsIn(pack).flatMap(({ entry, path, source }) => {
    if (source === null || files.has(source.file)) return [];
    const message = `quotes from "${source.file}", which sources.yaml does not name`;
    return faultAt(
      pack,
      entry,
      [...path, 'source'],
      message,
      'Correct the file name, or add the source',
    );
  });
}

function redirects(pack: Pack): Fault[] {
  const known = new Set([
    ...pack.redirects.keys(),
    ...[...pack.documents, ...pack.clauses, ...pack.claims, ...pack.topics].map(({ id }) => id),
    ...pack.topics.flatMap((topic) => topic.framings.map(({ id }) => id)),
    ...[...pack.formulae, ...pack.differences, ...pack.sources, ...pack.instruments].map(
      ({ id }) => id,
    ),
  ]);
  return [...pack.redirects].flatMap(([from, targets]) =>
    targets
      .filter((target) => !known.has(target))
      .map((target) => ({
        ...faultIn(
          pack,
          'redirects.yaml',
          ['redirects', from],
          `leads to "${target}", which does not exist`,
          'Lead it to an item of the pack',
        ),
        item: from,
      })),
  );
}
