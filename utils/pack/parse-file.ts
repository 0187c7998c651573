import * as v from 'valibot';
import type { Fault } from './fault.ts';
import { FILE_SCHEMAS, type FileContent, type FileKind } from './schema/files.ts';
import { describeIssue } from './schema/issues.ts';
import { readYaml, type YamlPath } from './yaml-file.ts';

/** One file of a pack, parsed as far as it could be. */
export interface ParsedFile<K extends FileKind = FileKind> {
  readonly kind: K;
  readonly file: string;
  /** Null where nothing of the file fits the format. */
  readonly content: FileContent<K> | null;
  /** Index in the file of each entry of the file's list that was kept. */
  readonly kept: readonly number[];
  readonly faults: readonly Fault[];
  lineOf(path: YamlPath): number;
}

/** The list of entries in each kind of file; a faulty entry is left out and the others go on. */
const LISTS: Partial<Record<FileKind, string>> = {
  sources: 'sources',
  documents: 'documents',
  clauses: 'clauses',
  claims: 'claims',
  topic: 'framings',
  formulae: 'formulae',
  differences: 'differences',
  links: 'links',
  wordings: 'items',
};

/** Reads one file and holds it against its schema. Every fault is reported; nothing is thrown. */
export function parseFile<K extends FileKind>(kind: K, file: string, text: string): ParsedFile<K> {
  const yaml = readYaml(file, text);
  const bare = { kind, file, content: null, kept: [], lineOf: yaml.lineOf };
  if (yaml.faults.length > 0) return { ...bare, faults: yaml.faults };
  if (Array.isArray(yaml.value)) return { ...bare, faults: [listAtRoot(file)] };
  const result = v.safeParse(FILE_SCHEMAS[kind], yaml.value);
  const list = LISTS[kind];
  if (result.success) {
    const count = list ? entriesOf(yaml.value, list).length : 0;
    const kept = Array.from({ length: count }, (_, at) => at);
    return { ...bare, content: result.output as FileContent<K>, kept, faults: [] };
  }
  const faults = result.issues.map((issue) => {
    const path = (issue.path ?? []).map((step) => step.key as string | number);
    const item = itemAt(yaml.value, path);
    return { file, line: yaml.lineOf(path), item, ...describeIssue(issue, path) };
  });
  return { ...bare, ...salvage(kind, yaml.value, list, result.issues), faults };
}

/** A list would pass for a group of fields named 0, 1, 2. */
function listAtRoot(file: string): Fault {
  const message = 'the file has a wrong type: a list where a group of fields belongs';
  return { file, line: 1, item: null, message, remedy: 'Correct its shape' };
}

/** What is left of a file when the entries with faults are taken out. */
function salvage<K extends FileKind>(
  kind: K,
  value: unknown,
  list: string | undefined,
  issues: readonly v.BaseIssue<unknown>[],
): Pick<ParsedFile<K>, 'content' | 'kept'> {
  if (list === undefined || typeof value !== 'object') return { content: null, kept: [] };
  const faulty = new Set(
    issues.map((issue) => (issue.path?.[0]?.key === list ? issue.path[1]?.key : undefined)),
  );
  if (faulty.has(undefined)) return { content: null, kept: [] };
  const entries = entriesOf(value, list);
  const kept = entries.map((_, at) => at).filter((at) => !faulty.has(at));
  const rest = { ...value, [list]: kept.map((at) => entries[at]) };
  const result = v.safeParse(FILE_SCHEMAS[kind], rest);
  if (!result.success) return { content: null, kept: [] };
  return { content: result.output as FileContent<K>, kept };
}

function entriesOf(value: unknown, list: string): readonly unknown[] {
  const entries = (value as Readonly<Record<string, unknown>> | null)?.[list];
  return Array.isArray(entries) ? entries : [];
}

/** Id of the innermost entry that encloses `path`. */
function itemAt(value: unknown, path: YamlPath): string | null {
  let found: string | null = null;
  let at: unknown = value;
  for (const step of [null, ...path]) {
    if (step !== null) at = (at as Readonly<Record<string, unknown>> | null)?.[step];
    const id = (at as Readonly<Record<string, unknown>> | null | undefined)?.id;
    if (typeof id === 'string') found = id;
  }
  return found;
}
