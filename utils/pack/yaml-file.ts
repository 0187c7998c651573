import { isMap, isNode, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Fault } from './fault.ts';

/** A path into a YAML file: keys and indices from the root. */
export type YamlPath = readonly (string | number)[];

/** One YAML file, read, with the lines of its values kept for messages. */
export interface YamlFile {
  /** The content as plain values; null where the text is not YAML. */
  readonly value: unknown;
  /** Line of the value at `path`, or of the nearest value above it that exists. Counted from 1. */
  lineOf(path: YamlPath): number;
  readonly faults: readonly Fault[];
}

const LONGEST = 20_000_000;

/**
 * Reads the YAML of one file. Nothing is thrown: a text that is not YAML, holds a byte order mark in
 * its middle or characters of a wrong decoding gives faults and `value: null`.
 *
 * @param text the file's content, decoded; a byte order mark at its start is a fault too.
 */
export function readYaml(file: string, text: string): YamlFile {
  const encoding = encodingFaults(file, text);
  if (encoding.length > 0) return { value: null, lineOf: () => 1, faults: encoding };
  const { document, counter } = parse(text);
  const faults = [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: counter.linePos(error.pos[0]).line || 1,
    item: null,
    message: `not readable as YAML: ${error.message.replace(/\s+/g, ' ').replace(/\.$/, '')}`,
    remedy: 'Put texts in double quotes, indent with two spaces, and give each key once',
  }));
  if (faults.length > 0) return { value: null, lineOf: () => 1, faults };
  const lineOf = lineFinder(text);
  try {
    // Aliases are no part of the format; without them a small file cannot grow into a large value.
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    flatten(value);
    return { value, lineOf, faults };
  } catch {
    const remedy = 'Write the value out wherever it is needed';
    const message = 'uses a YAML alias (*name), which packs do not know';
    return { value: null, lineOf, faults: [{ file, line: 1, item: null, message, remedy }] };
  }
}

/**
 * Makes the texts of a value plain in memory. The YAML reader joins a quoted text character by character,
 * and the engine keeps each step (32 bytes) until somebody looks into the text: a large pack would hold
 * thirty times its size.
 */
function flatten(value: unknown): void {
  if (typeof value === 'string') value.charCodeAt(0);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) flatten(part);
}

function parse(text: string) {
  const counter = new LineCounter();
  return { counter, document: parseDocument(text, { lineCounter: counter, prettyErrors: false }) };
}

/**
 * Finds lines in a text. The tree of a large pack takes more memory than its values, and lines are asked
 * for only where there are faults: so the text is parsed once more with the first question.
 */
function lineFinder(text: string): YamlFile['lineOf'] {
  let parsed: ReturnType<typeof parse> | null = null;
  return (path) => {
    parsed ??= parse(text);
    const at = startOf(parsed.document.contents, path);
    return at === null ? 1 : parsed.counter.linePos(at).line;
  };
}

/** Offset of the node at `path`, or of its nearest ancestor; null for an empty file. */
function startOf(root: unknown, path: YamlPath): number | null {
  let node: unknown = root;
  let start = isNode(root) ? (root.range?.[0] ?? null) : null;
  for (const step of path) {
    const [key, value] = childOf(node, step);
    if (value === undefined) break;
    node = value;
    start = (key ?? (isNode(value) ? value : null))?.range?.[0] ?? start;
  }
  return start;
}

function childOf(node: unknown, step: string | number): [Node | null, unknown] {
  if (isSeq(node)) return [null, node.items[Number(step)]];
  if (!isMap(node)) return [null, undefined];
  const pair = node.items.find((item) => String(item.key) === String(step));
  return [isNode(pair?.key) ? pair.key : null, pair?.value];
}

function encodingFaults(file: string, text: string): Fault[] {
  const faults: Fault[] = [];
  const add = (at: number, message: string, remedy: string) =>
    faults.push({ file, line: text.slice(0, at).split('\n').length, item: null, message, remedy });
  const replaced = text.indexOf('\uFFFD');
  const remedy = 'Save the file as UTF-8 without a byte order mark';
  if (replaced >= 0) add(replaced, 'holds U+FFFD, the sign of a wrong encoding', remedy);
  const mark = text.indexOf('\uFEFF');
  if (mark >= 0) add(mark, 'holds a byte order mark', remedy);
  if (text.includes('\0')) add(text.indexOf('\0'), 'holds null characters', remedy);
  if (text.length > LONGEST)
    add(0, `is longer than ${LONGEST} characters`, 'Split it into several files');
  return faults;
}
