import {
  type Document,
  isMap,
  isNode,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
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
  // A wrong encoding shows in several ways: one message says what to do.
  if (encoding.length > 0) return { value: null, lineOf: () => 1, faults: encoding.slice(0, 1) };
  const { document, counter } = parse(text);
  const errors = [...document.errors, ...document.warnings, ...repeatedKeys(document)];
  const faults = yamlFaults(file, errors, counter);
  if (faults.length > 0) return { value: null, lineOf: () => 1, faults };
  const lineOf = lineFinder(text);
  try {
    // Aliases are no part of the format; without them a small file cannot grow into a large value.
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    const key = flatten(value);
    if (key === null) return { value, lineOf, faults };
    const remedy = 'Choose another name';
    const message = `uses the name "${key}", which no pack can hold`;
    return {
      value: null,
      lineOf,
      faults: [{ file, line: lineOfKey(text, key), item: null, message, remedy }],
    };
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
 *
 * @returns a key that objects have from birth, if one is used: such an entry would go lost unseen.
 */
function flatten(value: unknown): string | null {
  if (typeof value === 'string') value.charCodeAt(0);
  if (typeof value !== 'object' || value === null) return null;
  let inborn: string | null = null;
  for (const [key, part] of Object.entries(value)) {
    inborn ??= INBORN.has(key) ? key : null;
    inborn = flatten(part) ?? inborn;
  }
  return inborn;
}

const INBORN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function lineOfKey(text: string, key: string): number {
  return text.slice(0, text.indexOf(key)).split('\n').length;
}

/** What the parser says where its own words would not help somebody who edits a pack. */
const PLAIN: readonly (readonly [RegExp, string, string])[] = [
  [/multiple documents/, 'holds a line "---" that begins another document', 'Take the line out'],
  [/call stack/, 'is nested too deeply', 'Correct its brackets or its indentation'],
];

/** One fault for each kind of error: a slip makes the parser stumble over the lines that follow. */
function yamlFaults(
  file: string,
  errors: readonly { readonly message: string; readonly pos: readonly [number, number] }[],
  counter: LineCounter,
): Fault[] {
  const lines = new Map<string, number[]>();
  for (const { message, pos } of errors) {
    const text = message.replace(/\s+/g, ' ').replace(/\.$/, '');
    lines.set(text, [...(lines.get(text) ?? []), counter.linePos(pos[0]).line || 1]);
  }
  return [...lines].map(([text, [line = 1, ...more]]) => {
    const plain = PLAIN.find(([pattern]) => pattern.test(text));
    const also = more.length === 0 ? '' : ` (and again in line ${[...new Set(more)].join(', ')})`;
    return {
      file,
      line,
      item: null,
      message: `${plain?.[1] ?? `not readable as YAML: ${text}`}${also}`,
      remedy:
        plain?.[2] ?? 'Put texts in double quotes, indent with two spaces, and give each key once',
    };
  });
}

function parse(text: string) {
  const counter = new LineCounter();
  // The reader compares each key with every other: `repeatedKeys` does so in one pass.
  const options = { lineCounter: counter, prettyErrors: false, uniqueKeys: false };
  return { counter, document: parseDocument(text, options) };
}

function repeatedKeys(document: Document): { message: string; pos: [number, number] }[] {
  const repeated: { message: string; pos: [number, number] }[] = [];
  if (document.errors.length > 0) return repeated;
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = String(key);
        const at = isNode(key) ? (key.range?.[0] ?? 0) : 0;
        if (seen.has(name))
          repeated.push({ message: `Map keys must be unique: ${name}`, pos: [at, at] });
        seen.add(name);
      }
    },
  });
  return repeated;
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
