import type { Sources } from '../operations.ts';
import { type Drafted, recordsOf } from './drafts.ts';
import {
  HYPOTHESIS_COLUMNS,
  hypothesisIn,
  readHypothesis,
  readHypothesisRow,
} from './hypothesis.ts';
import {
  type Incoming,
  type IncomingFormat,
  type Refusal,
  type Rest,
  refuse,
  restsOf,
  stepOf,
} from './incoming.ts';
import { isOwn, readOwn } from './json.ts';
import { parseInSlices } from './json-slices.ts';
import { annotationsIn, readAnnotation } from './read-annotation.ts';
import { READWISE_COLUMNS, readReadwiseRow } from './readwise.ts';
import { readTable, type TableRow } from './table.ts';

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

/** Where each step ends, of the time that the whole takes: bytes into text, text into entries. */
const READ = 0.2;
const PARSED = 0.6;

interface Options {
  readonly signal?: AbortSignal;
  /** Called now and then with how far the reading is, from 0 to 1. */
  readonly progress?: (part: number) => void;
}

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
  { signal, progress }: Options = {},
): Promise<Incoming | Refusal> {
  if (file.size > LARGEST) return refuse('too-large');
  const rest = restsOf(signal, progress);
  const whole = await textOf(file, stepOf(rest, 0, READ), signal);
  if (whole === null) return refuse('unreadable');
  const text = whole.replace(/^\ufeff/, '');
  const from = { ...sources, rest: stepOf(rest, PARSED, 1) };
  const [start = ''] = text.slice(0, 1000).trimStart();
  if (start === '') return refuse('empty');
  const parsing = stepOf(rest, READ, PARSED);
  if (start !== '{' && start !== '[') return recordsOfTable(text, parsing, from);
  let parsed: unknown;
  try {
    parsed = await parseInSlices(text, parsing);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof SyntaxError || error instanceof RangeError) return refuse('cut-off');
    throw error;
  }
  await rest(PARSED);
  if (isOwn(parsed)) return readOwn(parsed, from.rest);
  const hypothesis = hypothesisIn(parsed);
  if (hypothesis) return recordsOf('hypothesis', hypothesis, readHypothesis, from);
  const annotations = annotationsIn(parsed);
  if (annotations) return recordsOf('annotations', annotations, readAnnotation, from);
  return refuse('foreign');
}

/** The text of a file, read piece by piece; null where the disk does not give it. */
async function textOf(
  file: Blob,
  rest: Rest,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  try {
    const reader = file.stream().getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(decoder.decode(value, { stream: true }));
      bytes += value.byteLength;
      await rest(bytes / file.size);
    }
  } catch {
    // A file can be moved, changed or unplugged after it was chosen.
    signal?.throwIfAborted();
    return null;
  }
  signal?.throwIfAborted();
  return parts.join('') + decoder.decode();
}

async function recordsOfTable(
  text: string,
  rest: Rest,
  from: Parameters<typeof recordsOf>[3],
): Promise<Incoming | Refusal> {
  const { columns, rows } = await readTable(text, rest);
  const table = TABLES.find((each) => each.columns.every((column) => columns.includes(column)));
  if (table === undefined) return refuse('foreign');
  return recordsOf(table.format, rows, (row) => drafted(row as TableRow, table.read), from);
}

const drafted = ({ cells, fault }: TableRow, read: (raw: unknown) => Drafted): Drafted =>
  fault === null ? read(cells) : { refused: fault };
