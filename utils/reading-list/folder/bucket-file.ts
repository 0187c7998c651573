/**
 * One file of the chosen folder, as text: a line that names format, version, number of lines and the
 * SHA-256 of what follows, then one record a line.
 *
 * A list lies in the folder once a device, in up to 64 files; a page and its passages lie in the same
 * one, chosen by the page's id. Only its device ever writes a file, so a sync program has nothing to
 * join, and a change rewrites a sixty-fourth of the list. A journal was the other way: it grows, has to
 * be cut, and a half-carried one has no good earlier state. One file a record was the third: sync
 * programs are slow with a hundred thousand files.
 */
import * as v from 'valibot';
import { fieldsIn } from '../exchange/drafts.ts';
import { LONGEST_NOTE, LONGEST_TAG, MOST_TAGS, STATUSES } from '../model.ts';
import { numberOf } from '../number-of.ts';
import { parsePage, parsePassage } from '../parse.ts';
import type { Loser, Versioned } from './join-versions.ts';
import { seenSchema } from './seen.ts';
import type { SeenBy, Version } from './version.ts';

const FORMAT = 'parallax-reading-list-folder';
const VERSION = 1;
const BUCKETS = 64;

/** Two versions of one field, made apart; both are kept until the reader has looked at them. */
export type Conflict = Loser & {
  /** Made of record, field and value by `conflictKey`. */
  readonly key: string;
  readonly kind: 'page' | 'passage';
  /** Id of the record, and of its page. */
  readonly id: string;
  readonly page: string;
  /** Whether the reader has looked at it, here or elsewhere. */
  readonly isSettled: boolean;
};

export type Line =
  | ({ readonly type: 'record' } & Versioned)
  /** What is known of a record that was removed for good. */
  | { readonly type: 'gone'; readonly version: Version }
  | { readonly type: 'conflict'; readonly conflict: Conflict };

/** What a file of the folder holds, or why nothing of it can be taken. */
export type BucketRead =
  | { readonly ok: true; readonly sum: string; readonly lines: readonly Line[]; refused: number }
  | { readonly ok: false; readonly reason: 'not-whole' | 'newer' | 'foreign' };

/** Under what a conflict is kept on this device: the same value is never shown twice. */
export function conflictKey({ kind, id, field, value, at }: Omit<Conflict, 'key'>): string {
  return `${kind} ${id} ${field} ${at ?? ''} ${numberOf(JSON.stringify(value)).toString(36)}`;
}

/** The name of the file in which a page and its passages lie. */
export const bucketOf = (page: string): string => nameOf(numberOf(page) % BUCKETS);

const nameOf = (number: number): string => `${number.toString(16).padStart(2, '0')}.jsonl`;

export const BUCKET_NAMES: readonly string[] = Array.from({ length: BUCKETS }, (_, at) =>
  nameOf(at),
);

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function sumOf(body: string): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body)));
}

/** A line as it stands in a file. */
export const textOfLine = (line: Line): string => `${JSON.stringify(line)}\n`;

/** Puts lines together to a file, with the sum by which it is known. */
export async function writeBucket(
  lines: readonly string[],
): Promise<{ readonly text: string; readonly sum: string }> {
  const body = lines.join('');
  const sum = await sumOf(body);
  const head = { format: FORMAT, version: VERSION, lines: lines.length, sum };
  return { text: `${JSON.stringify(head)}\n${body}`, sum };
}

/** The sum that the first line of a file names; null where it is none of ours. */
export function sumIn(text: string): string | null {
  const { format, sum } = fieldsIn(jsonIn(text.slice(0, Math.max(0, text.indexOf('\n')))));
  return format === FORMAT && typeof sum === 'string' ? sum : null;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads a file that any device, or anybody else, may have written. Never throws. */
export async function readBucket(text: string): Promise<BucketRead> {
  const end = text.indexOf('\n');
  const head = fieldsIn(jsonIn(end < 0 ? text : text.slice(0, end)));
  if (end < 0) return { ok: false, reason: 'not-whole' };
  if (head.format !== FORMAT || typeof head.version !== 'number') {
    return { ok: false, reason: text.trim() === '' ? 'not-whole' : 'foreign' };
  }
  if (head.version > VERSION) return { ok: false, reason: 'newer' };
  const body = text.slice(end + 1);
  if ((await sumOf(body)) !== head.sum) return { ok: false, reason: 'not-whole' };
  const texts = body.split('\n').filter((line) => line !== '');
  const lines = texts.flatMap((line) => lineIn(jsonIn(line)) ?? []);
  return { ok: true, sum: String(head.sum), lines, refused: texts.length - lines.length };
}

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const time = v.pipe(v.string(), v.isoTimestamp());
const kind = v.picklist(['page', 'passage']);
const seenBy = v.object({
  note: v.exactOptional(seenSchema),
  tags: v.exactOptional(seenSchema),
  status: v.exactOptional(seenSchema),
  life: v.exactOptional(seenSchema),
});

const version = v.object({
  ...{ kind, id, page: id },
  at: v.object({
    note: v.exactOptional(time),
    tags: v.exactOptional(time),
    status: v.exactOptional(time),
  }),
  deletedAt: v.nullable(time),
  isEntry: v.boolean(),
  seen: seenBy,
});

const losing = {
  ...{ kind, id, page: id, isSettled: v.boolean() },
  key: v.pipe(v.string(), v.maxLength(400)),
  at: v.nullable(time),
};
const tags = v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST_TAG))), v.maxLength(MOST_TAGS));

const conflict = v.variant('field', [
  v.object({
    ...losing,
    field: v.literal('note'),
    value: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
  }),
  v.object({ ...losing, field: v.literal('tags'), value: tags }),
  v.object({ ...losing, field: v.literal('status'), value: v.picklist(STATUSES) }),
  v.object({ ...losing, at: time, field: v.literal('life'), value: time }),
]);

function lineIn(raw: unknown): Line | null {
  const fields = fieldsIn(raw);
  if (fields.type === 'gone') {
    const parsed = v.safeParse(version, fields.version);
    return parsed.success ? { type: 'gone', version: parsed.output } : null;
  }
  if (fields.type === 'conflict') {
    const parsed = v.safeParse(conflict, fields.conflict);
    return parsed.success ? { type: 'conflict', conflict: parsed.output } : null;
  }
  if (fields.type !== 'record') return null;
  const seen = v.safeParse(seenBy, fields.seen);
  const isPassage = fieldsIn(fields.record).page !== undefined;
  const parsed = isPassage ? parsePassage(fields.record) : parsePage(fields.record);
  if (!seen.success || !parsed.ok) return null;
  return { type: 'record', record: parsed.record, seen: seen.output as SeenBy };
}
