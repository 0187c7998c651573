import { type Listing, sift } from '../listing.ts';
import type { Unreadable } from '../model.ts';
import { type Parsed, parsePage, parsePassage } from '../parse.ts';
import { fieldsIn, listIn } from './drafts.ts';
import { type Incoming, type Refusal, type Rest, refuse, stepOf } from './incoming.ts';
import { listParts } from './parts.ts';

const FORMAT = 'parallax-reading-list';
const VERSION = 1;
/** Records that are read between two rests. */
const SLICE = 50;

/**
 * Writes a list as JSON, without loss, part by part: every record as it is stored, and the raw
 * unreadable ones with what is wrong with them. `readOwn` gives the same records back.
 */
export function* jsonParts({ pages, unreadable }: Listing, exportedAt: Date): Generator<string> {
  const raws = unreadable.map(({ kind, message, raw }) => ({ kind, message, raw }));
  const at = exportedAt.toISOString();
  yield `{\n  "format": "${FORMAT}",\n  "version": ${VERSION},\n  "exportedAt": "${at}",\n  "pages": `;
  yield* listParts(
    pages.map(({ page }) => page),
    '  ',
  );
  yield ',\n  "passages": ';
  yield* listParts(
    pages.flatMap(({ passages }) => passages),
    '  ',
  );
  yield ',\n  "unreadable": ';
  yield* listParts(raws, '  ');
  yield '\n}';
}

/** Whether a file says that it is a reading list of ours, whole or not. */
export const isOwn = (file: unknown): boolean => fieldsIn(file).format === FORMAT;

/** Reads what `jsonParts` wrote. Records that do not parse are left out and named. */
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
