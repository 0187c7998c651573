import { canonicalForm } from '../address.ts';
import type { RecordFault } from '../fault.ts';
import {
  type PageRecord,
  type PassageRecord,
  type Status,
  tidyTags,
  type Unreadable,
} from '../model.ts';
import type { Sources } from '../operations.ts';
import { parsePage, parsePassage } from '../parse.ts';
import { newPage, newPassage } from '../records.ts';
import {
  type Incoming,
  type IncomingFormat,
  OMISSIONS,
  type Omission,
  type Rest,
} from './incoming.ts';
import { UNDATED } from './join.ts';

/** An annotation as another program wrote it; without `exact` it is of the whole page. */
export interface Draft {
  readonly id: string | null;
  readonly address: string;
  readonly title: string;
  readonly author: string | null;
  readonly language: string | null;
  readonly exact: string | null;
  readonly prefix: string;
  readonly suffix: string;
  /** UTF-16 units of the page's text; null where unknown. */
  readonly start: number | null;
  readonly end: number | null;
  readonly note: string;
  readonly tags: readonly string[];
  readonly savedAt: string | null;
  readonly editedAt: string | null;
  /** Missing where the other program knows none. */
  readonly status?: Status | null;
  /** What the entry says besides, which is not kept. */
  readonly without?: readonly Omission[];
}

/** What one entry of a foreign file is: a draft, or why it is none. */
export type Drafted = Draft | { readonly refused: keyof typeof REFUSALS };

/** Why an entry of a foreign file cannot become a record. */
const REFUSALS = {
  'no-page': 'it names no page.',
  'no-highlight': 'it holds no highlight.',
  'cut-off': 'the file breaks off in the middle of it.',
  elsewhere: 'the next page of the collection lies in another file.',
  malformed: 'its quotation marks or commas are not in order; entries after it may be missing.',
} as const;

/** What is wrong with an entry, for the reader and in English. */
type Problem = Pick<Unreadable, 'fault' | 'message'>;

const refusalOf = (code: keyof typeof REFUSALS): Problem => ({
  fault: { code, kind: 'passage', id: null },
  message: REFUSALS[code],
});

/** Text out of a foreign file; anything but a string is none. */
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Own fields of an object; nothing for anything else. Prototypes are never looked at. */
export function fieldsIn(value: unknown): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = Object.create(null);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fields;
  return Object.assign(fields, value);
}

/** The value as a list: itself, alone, or nothing. */
export const listIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

const timeIn = (text: string | null): string | null => {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
};

/** Makes records of foreign entries. Those of one address become one page; the rest is checked as ever. */
export async function recordsOf(
  format: IncomingFormat,
  raws: readonly unknown[],
  read: (raw: unknown) => Drafted,
  { now, newId, rest }: Sources & { readonly rest: Rest },
): Promise<Incoming> {
  const pages = new Map<string, PageRecord>();
  const passages: PassageRecord[] = [];
  const refused: Unreadable[] = [];
  const omitted = new Map<Omission, number>();
  for (const [at, raw] of raws.entries()) {
    await rest(at / raws.length);
    const draft = read(raw);
    const without = new Set('without' in draft ? draft.without : []);
    const problem =
      'refused' in draft
        ? refusalOf(draft.refused)
        : takeIn(draft, { pages, passages, without, now, newId });
    if (problem === null) {
      for (const what of without) omitted.set(what, (omitted.get(what) ?? 0) + 1);
      continue;
    }
    const fault: RecordFault = { ...problem.fault, entry: at + 1 };
    refused.push({ kind: 'passage', message: `Entry ${at + 1}: ${problem.message}`, fault, raw });
  }
  const without = OMISSIONS.flatMap((what) => {
    const count = omitted.get(what);
    return count === undefined ? [] : [{ what, count }];
  });
  return { ok: true, format, pages: [...pages.values()], passages, refused, without };
}

/** Adds a draft to the records; what is wrong with it, or null. What is not kept joins `without`. */
function takeIn(
  draft: Draft,
  {
    pages,
    passages,
    without,
    now,
    newId,
  }: Sources & {
    pages: Map<string, PageRecord>;
    passages: PassageRecord[];
    without: Set<Omission>;
  },
): Problem | null {
  const { address, title, author, language, exact } = draft;
  const dated = timeIn(draft.savedAt);
  const savedAt = dated ?? now().toISOString();
  const editedAt = timeIn(draft.editedAt) ?? dated ?? UNDATED;
  const tags = tidyTags(draft.tags);
  const own = {
    note: draft.note,
    tags,
    ...(draft.status && { status: draft.status }),
    edited: {
      ...(draft.note === '' ? {} : { note: editedAt }),
      ...(tags.length === 0 ? {} : { tags: editedAt }),
      ...(draft.status && draft.status !== 'to-read' && { status: editedAt }),
    },
  };
  const key = canonicalForm(address);
  const known = pages.get(key);
  const described = {
    ...{ address, title, author, language },
    ...{ canonicalAddress: null, site: null, published: null },
  };
  const page = known ?? newPage(described, { id: newId(), savedAt, isEntry: exact === null });
  if (exact === null) {
    const note = [page.note, own.note].filter((text) => text !== '').join('\n\n');
    const all = tidyTags([...page.tags, ...tags]);
    const edited = { ...page.edited, ...own.edited };
    const entry = parsePage({ ...page, ...own, note, tags: all, edited, isEntry: true });
    if (!entry.ok) return entry;
    pages.set(key, entry.record);
    // Several places of one page are one entry: it opens at the first.
    if (page.address.split('#')[1] !== address.split('#')[1]) without.add('place');
    return null;
  }
  const start = draft.start ?? 0;
  const selector = {
    ...{ exact, prefix: draft.prefix, suffix: draft.suffix, start },
    end: draft.end ?? start + exact.length,
  };
  const fresh = newPassage(
    { page: described, selector, language, match: null },
    { id: draft.id ?? newId(), savedAt, page: page.id },
  );
  const [checkedPage, passage] = [parsePage(page), parsePassage({ ...fresh, ...own })];
  if (!checkedPage.ok) return checkedPage;
  if (!passage.ok) return passage;
  if (known === undefined) pages.set(key, checkedPage.record);
  passages.push(passage.record);
  return null;
}
