import Papa from 'papaparse';
import type { Sources } from '../operations.ts';
import { type Drafted, recordsOf } from './drafts.ts';
import {
  HYPOTHESIS_COLUMNS,
  hypothesisIn,
  readHypothesis,
  readHypothesisRow,
} from './hypothesis.ts';
import { type Incoming, type IncomingFormat, type Refusal, refuse, restsOf } from './incoming.ts';
import { isOwn, readOwn } from './json.ts';
import { parseInSlices } from './json-slices.ts';
import { annotationsIn, readAnnotation } from './read-annotation.ts';
import { READWISE_COLUMNS, readReadwiseRow } from './readwise.ts';

/** Largest file that is taken, in bytes. */
const LARGEST = 200 * 1024 * 1024;

const TABLES: readonly {
  readonly format: IncomingFormat;
  readonly columns: readonly string[];
  readonly read: (raw: unknown) => Drafted;
}[] = [
  { format: 'hypothesis', columns: HYPOTHESIS_COLUMNS, read: readHypothesisRow },
  { format: 'readwise', columns: READWISE_COLUMNS, read: readReadwiseRow },
];

/**
 * Reads a file to be brought in: our JSON, W3C annotations, Hypothesis (JSON or CSV), Readwise (CSV).
 * Nothing in the list is touched. What is inside is only ever read as data: no text of it becomes a
 * program, a key of ours or an address that runs.
 *
 * @throws the signal's reason where it aborts.
 */
export async function readFile(
  file: Blob,
  sources: Sources,
  signal?: AbortSignal,
): Promise<Incoming | Refusal> {
  if (file.size > LARGEST) return refuse('too-large');
  // A file can be moved, changed or unplugged after it was chosen.
  const whole = await file.text().catch(() => null);
  signal?.throwIfAborted();
  if (whole === null) return refuse('unreadable');
  const text = whole.replace(/^\ufeff/, '');
  const from = { ...sources, rest: restsOf(signal) };
  const [start = ''] = text.slice(0, 1000).trimStart();
  if (start === '') return refuse('empty');
  if (start !== '{' && start !== '[') return readTable(text, from);
  let parsed: unknown;
  try {
    parsed = await parseInSlices(text, from.rest);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof SyntaxError || error instanceof RangeError) return refuse('cut-off');
    throw error;
  }
  await from.rest();
  if (isOwn(parsed)) return readOwn(parsed, from.rest);
  const hypothesis = hypothesisIn(parsed);
  if (hypothesis) return recordsOf('hypothesis', hypothesis, readHypothesis, from);
  const annotations = annotationsIn(parsed);
  if (annotations) return recordsOf('annotations', annotations, readAnnotation, from);
  return refuse('foreign');
}

async function readTable(
  text: string,
  from: Parameters<typeof recordsOf>[3],
): Promise<Incoming | Refusal> {
  const { data, meta } = Papa.parse<unknown>(text, { header: true, skipEmptyLines: 'greedy' });
  const columns = meta.fields ?? [];
  const table = TABLES.find((each) => each.columns.every((column) => columns.includes(column)));
  return table ? recordsOf(table.format, data, table.read, from) : refuse('foreign');
}
