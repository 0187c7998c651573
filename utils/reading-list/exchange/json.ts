import { type Listing, sift } from '../listing.ts';
import type { PageRecord, PassageRecord, Unreadable } from '../model.ts';
import { type Parsed, parsePage, parsePassage } from '../parse.ts';
import { fieldsIn, listIn } from './drafts.ts';
import { type Incoming, type Refusal, type Rest, refuse, stepOf } from './incoming.ts';

const FORMAT = 'parallax-reading-list';
const VERSION = 1;
/** Records that are read between two rests. */
const SLICE = 50;

/** The file that holds a whole list: every record as it is stored, and the raw unreadable ones. */
interface ExportFile {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  readonly pages: readonly PageRecord[];
  readonly passages: readonly PassageRecord[];
  readonly unreadable: readonly Omit<Unreadable, 'fault'>[];
}

/** Writes a list as JSON, without loss: `readOwn` gives the same records back. */
export function writeJson({ pages, unreadable }: Listing, exportedAt: Date): string {
  const file: ExportFile = {
    format: FORMAT,
    version: VERSION,
    exportedAt: exportedAt.toISOString(),
    pages: pages.map(({ page }) => page),
    passages: pages.flatMap(({ passages }) => passages),
    unreadable: unreadable.map(({ kind, message, raw }) => ({ kind, message, raw })),
  };
  return JSON.stringify(file, null, 2);
}

/** Whether a file says that it is a reading list of ours, whole or not. */
export const isOwn = (file: unknown): boolean => fieldsIn(file).format === FORMAT;

/** Reads what `writeJson` wrote. Records that do not parse are left out and named. */
export async function readOwn(file: unknown, rest: Rest): Promise<Incoming | Refusal> {
  const { version, pages, passages, unreadable } = fieldsIn(file);
  if (typeof version === 'number' && version > VERSION) return refuse('newer');
  if (version !== VERSION || !Array.isArray(pages) || !Array.isArray(passages)) {
    return refuse('foreign');
  }
  const refused: Unreadable[] = [];
  const share = pages.length / Math.max(1, pages.length + passages.length);
  const sifted = {
    pages: await siftSlowly('page', pages, parsePage, refused, stepOf(rest, 0, share)),
    passages: await siftSlowly('passage', passages, parsePassage, refused, stepOf(rest, share, 1)),
  };
  // What could not be read where the file was written: perhaps it can be here.
  for (const entry of listIn(unreadable)) {
    const { kind, raw } = fieldsIn(entry);
    if (kind === 'page') sifted.pages.push(...sift('page', [raw], parsePage, refused));
    else sifted.passages.push(...sift('passage', [raw], parsePassage, refused));
  }
  return { ok: true, format: 'parallax', ...sifted, refused, without: [] };
}

async function siftSlowly<Record>(
  kind: Unreadable['kind'],
  raws: readonly unknown[],
  parse: (raw: unknown) => Parsed<Record>,
  refused: Unreadable[],
  rest: Rest,
): Promise<Record[]> {
  const records: Record[] = [];
  for (let at = 0; at < raws.length; at += SLICE) {
    for (const record of sift(kind, raws.slice(at, at + SLICE), parse, refused)) {
      records.push(record);
    }
    await rest(at / raws.length);
  }
  return records;
}
