import * as v from 'valibot';
import { type Fault, faultOf, idToShow, type RecordFault } from './fault.ts';
import {
  LONGEST_NOTE,
  LONGEST_TAG,
  MOST_TAGS,
  type PageRecord,
  type PassageRecord,
  type RecordKind,
  SCHEMA,
  STATUSES,
} from './model.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const time = v.pipe(v.string(), v.isoTimestamp());
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const language = v.nullable(text(100));
const line = v.nullable(text(2_000));

/** Most characters of a passage or an original wording. */
const LONGEST_TEXT = 20_000;

/**
 * Addresses that may be opened: a stored `javascript:` address must never become a link. A `urn:`
 * names what was imported without an address; nothing opens it.
 */
const address = v.pipe(
  text(8_000),
  v.check(
    (value) => URL.canParse(value) && /^(https?|file|ftp|urn):$/.test(new URL(value).protocol),
    'not an address of a page',
  ),
);

const base = {
  schema: v.literal(SCHEMA),
  id,
  note: text(LONGEST_NOTE),
  tags: v.pipe(v.array(text(LONGEST_TAG)), v.maxLength(MOST_TAGS)),
  status: v.picklist(STATUSES),
  savedAt: time,
  edited: v.object({
    note: v.exactOptional(time),
    tags: v.exactOptional(time),
    status: v.exactOptional(time),
  }),
  deletedAt: v.nullable(time),
};

const pageRecord = v.object({
  ...base,
  address,
  forms: v.pipe(v.array(text(8_000)), v.minLength(1), v.maxLength(20)),
  title: text(2_000),
  site: line,
  author: line,
  published: line,
  language,
  isEntry: v.boolean(),
});

const passageRecord = v.object({
  ...base,
  page: id,
  source: address,
  selector: v.object({
    exact: v.pipe(text(LONGEST_TEXT), v.minLength(1)),
    prefix: text(2_000),
    suffix: text(2_000),
    start: offset,
    end: offset,
  }),
  language,
  match: v.nullable(
    v.object({
      item: id,
      kind: v.picklist(['clause', 'claim', 'framing']),
      degree: v.picklist(['verbatim', 'partial', 'altered', 'translation', 'paraphrase']),
      topic: text(200),
      title: text(2_000),
      original: v.nullable(v.object({ text: text(LONGEST_TEXT), language: text(100) })),
      attribution: text(2_000),
      pack: id,
      packVersion: id,
    }),
  ),
});

/** A record, or what is wrong with it: for the reader as a fault, for files in English. */
export type Parsed<Record> =
  | { readonly ok: true; readonly record: Record }
  | { readonly ok: false; readonly fault: RecordFault; readonly message: string };

function idIn(raw: unknown): string | null {
  const held = typeof raw === 'object' && raw !== null ? (raw as { id?: unknown }).id : undefined;
  return typeof held === 'string' ? held : null;
}

function broken(
  kind: RecordKind,
  raw: unknown,
  fault: Fault,
  said: string,
): Extract<Parsed<never>, { ok: false }> {
  const id = idIn(raw);
  const name = id === null ? `A ${kind} without an id` : `The ${kind} ${id.slice(0, 60)}`;
  const shown = id === null ? '' : idToShow(id);
  return {
    ok: false,
    fault: { ...fault, kind, id: shown === '' ? null : shown },
    message: `${name} ${said}`,
  };
}

function parse<S extends v.GenericSchema>(
  kind: RecordKind,
  schema: S,
  raw: unknown,
): Parsed<v.InferOutput<S>> {
  const version =
    typeof raw === 'object' && raw !== null ? (raw as { schema?: unknown }).schema : 0;
  if (typeof version === 'number' && version > SCHEMA) {
    const said = 'was written by a newer version; update the extension to read it.';
    return broken(kind, raw, { code: 'newer' }, said);
  }
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) return { ok: true, record: parsed.output };
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue) ?? 'the record';
  return broken(kind, raw, faultOf(issue), `could not be read: ${field}: ${issue.message}.`);
}

/** Reads a stored or imported page. Never throws. */
export function parsePage(raw: unknown): Parsed<PageRecord> {
  return parse('page', pageRecord, raw);
}

/** Reads a stored or imported passage. Never throws. */
export function parsePassage(raw: unknown): Parsed<PassageRecord> {
  return parse('passage', passageRecord, raw);
}
