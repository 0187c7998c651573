import { claimsWithFiguresOf } from './figures-of.ts';
import type {
  Claim,
  Clause,
  Formula,
  Framing,
  InterfaceLanguage,
  ItemTexts,
  Pack,
  PackDocument,
  PackHead,
  Source,
  Topic,
} from './model.ts';
import { type Sibling, siblingsOf } from './siblings-of.ts';
import { SUBJECT_PREFIX } from './topics-of.ts';

/** Our texts of an entry in the languages of the interface other than English. */
export type EntryTexts = { readonly [L in InterfaceLanguage]?: ItemTexts };

/** The part of a framing that a card shows; cues stay in the matcher's tables. */
export type FramingEntry = Omit<Framing, 'cues' | 'cues_general'> & { readonly texts: EntryTexts };

/**
 * What is stored in an index for the card, by id. `kind` tells them apart; ids of all kinds are
 * distinct, and the two entries without an id are named by `PACK_ENTRY` and `NAMES_ENTRY`.
 */
export type Entry =
  | {
      readonly kind: 'clause';
      readonly clause: Clause;
      readonly topics: readonly string[];
      readonly formulae: readonly string[];
      readonly siblings: readonly Sibling[];
      readonly differences: readonly string[];
      /** Claims whose figures stand in its words; missing where there are none. */
      readonly claims?: readonly string[];
      readonly texts: EntryTexts;
    }
  | {
      readonly kind: 'claim';
      readonly claim: Claim;
      readonly topics: readonly string[];
      readonly differences: readonly string[];
      readonly texts: EntryTexts;
    }
  | {
      readonly kind: 'framing';
      readonly topic: string;
      readonly formulae: readonly string[];
      readonly differences: readonly string[];
    }
  | {
      readonly kind: 'topic';
      readonly topic: Omit<Topic, 'framings'>;
      readonly framings: readonly FramingEntry[];
      readonly texts: EntryTexts;
    }
  | { readonly kind: 'document'; readonly document: PackDocument; readonly texts: EntryTexts }
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'formula'; readonly formula: Formula; readonly texts: EntryTexts }
  /** Under `subject:` and the word of the subject: what a reader sees for it. */
  | { readonly kind: 'subject'; readonly name: string; readonly texts: EntryTexts }
  | {
      readonly kind: 'difference';
      /** Who says the one and who the other. */
      readonly between: readonly [string, string];
      readonly note: string;
      readonly resolution: string | null;
      readonly texts: EntryTexts;
    }
  | {
      readonly kind: 'pack';
      readonly head: Omit<PackHead, 'subject'>;
      readonly coverage: Coverage;
      /** Name of a source file → id of the source. */
      readonly sourceOfFile: Readonly<Record<string, string>>;
      /** Former id → the ids that stand for it now. */
      readonly redirects: Readonly<Record<string, readonly string[]>>;
      readonly texts: EntryTexts;
    }
  | {
      readonly kind: 'names';
      readonly names: { readonly [L in InterfaceLanguage]?: Readonly<Record<string, string>> };
    };

/** What the pack knows: documents of which it holds clauses or formulae, and the latest of their dates. */
export interface Coverage {
  readonly documents: number;
  readonly to: string;
}

export const PACK_ENTRY = 'pack:';
export const NAMES_ENTRY = 'names:';

/** Gathers the entries of a pack, JSON values all, for the index. */
export function entriesOf(
  pack: Pack,
  topics: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, Entry> {
  const texts = (id: string): EntryTexts => textsFor(pack, id);
  const formulae = idsByItem(pack.formulae, (formula) => [
    ...(formula.clauses ?? []),
    ...(formula.framings ?? []),
  ]);
  const differences = idsByItem(pack.differences, (difference) => difference.items);
  const siblings = siblingsOf(pack);
  const claims = claimsWithFiguresOf(pack);
  const entries = new Map<string, Entry>();
  for (const clause of pack.clauses) {
    const figured = claims.get(clause.id);
    entries.set(clause.id, {
      kind: 'clause',
      clause,
      topics: topics.get(clause.id) ?? [],
      formulae: formulae.get(clause.id) ?? [],
      siblings: siblings.get(clause.id) ?? [],
      differences: differences.get(clause.id) ?? [],
      ...(figured && { claims: figured }),
      texts: texts(clause.id),
    });
  }
  for (const claim of pack.claims) {
    entries.set(claim.id, {
      kind: 'claim',
      claim,
      topics: topics.get(claim.id) ?? [],
      differences: differences.get(claim.id) ?? [],
      texts: texts(claim.id),
    });
  }
  for (const { framings, ...topic } of pack.topics) {
    entries.set(topic.id, {
      kind: 'topic',
      topic,
      framings: framings.map(({ cues: _, cues_general: __, ...framing }) => ({
        ...framing,
        texts: texts(framing.id),
      })),
      texts: texts(topic.id),
    });
    for (const framing of framings) {
      entries.set(framing.id, {
        kind: 'framing',
        topic: topic.id,
        formulae: formulae.get(framing.id) ?? [],
        differences: differences.get(framing.id) ?? [],
      });
    }
  }
  for (const document of pack.documents)
    entries.set(document.id, { kind: 'document', document, texts: texts(document.id) });
  for (const source of pack.sources) entries.set(source.id, { kind: 'source', source });
  for (const formula of pack.formulae)
    entries.set(formula.id, { kind: 'formula', formula, texts: texts(formula.id) });
  for (const { id, a, b, note, resolution = null } of pack.differences)
    entries.set(id, {
      kind: 'difference',
      between: [a.by, b.by],
      note,
      resolution,
      texts: texts(id),
    });
  for (const [subject, name] of pack.subjects)
    entries.set(`${SUBJECT_PREFIX}${subject}`, {
      kind: 'subject',
      name,
      texts: Object.fromEntries(
        [...pack.texts].flatMap(([language, { subjects }]) =>
          subjects[subject] === undefined ? [] : [[language, { name: subjects[subject] }]],
        ),
      ),
    });
  const { subject: _, ...head } = pack.head;
  entries.set(PACK_ENTRY, {
    kind: 'pack',
    head,
    coverage: coverageOf(pack),
    sourceOfFile: Object.fromEntries(pack.sources.map((source) => [source.file, source.id])),
    redirects: Object.fromEntries(pack.redirects),
    texts: texts(pack.head.id),
  });
  const names = [...pack.texts].map(([language, { names }]) => [language, names]);
  entries.set(NAMES_ENTRY, { kind: 'names', names: Object.fromEntries(names) });
  return entries;
}

/** Counts the documents of which the pack holds a clause or saw a formula. */
function coverageOf(pack: Pack): Coverage {
  const known = new Set(pack.clauses.map((clause) => clause.document));
  for (const formula of pack.formulae) {
    for (const { document, status } of formula.in_documents)
      if (status === 'present' || status === 'changed') known.add(document);
  }
  const dates = pack.documents.filter(({ id }) => known.has(id)).map(({ date }) => date);
  return { documents: dates.length, to: dates.sort().at(-1) ?? pack.head.date };
}

function textsFor(pack: Pack, id: string): EntryTexts {
  const found = [...pack.texts].flatMap(([language, { items }]) => {
    const own = items[id];
    return own === undefined ? [] : [[language, own] as const];
  });
  return Object.fromEntries(found);
}

function idsByItem<T extends { readonly id: string }>(
  entries: readonly T[],
  itemsOf: (entry: T) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const byItem = new Map<string, string[]>();
  for (const entry of entries)
    for (const item of itemsOf(entry)) byItem.set(item, [...(byItem.get(item) ?? []), entry.id]);
  return byItem;
}
