import type { Rest } from './incoming.ts';

/** Least length of what is handed to the browser at once, in UTF-16 units. */
const CHUNK = 1 << 20;

/** What stands between entries that are written as lines of one JSON list. */
const inList = (value: unknown, indent: string): string =>
  indent + JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);

/**
 * The entries of a JSON list as `JSON.stringify` with two blanks writes it at that depth, one a part:
 * so a long list is never one task.
 */
export function* listParts(values: Iterable<unknown>, indent: string): Generator<string> {
  let count = 0;
  for (const value of values) {
    yield `${count === 0 ? '[' : ','}\n${inList(value, `${indent}  `)}`;
    count += 1;
  }
  yield count === 0 ? '[]' : `\n${indent}]`;
}

/**
 * Gathers the parts of a file; `count` is how many there are about, for `rest` to tell how far it is.
 * Rejects where `rest` does.
 */
export async function fileOf(
  parts: Iterable<string>,
  { type, count, rest }: { readonly type: string; readonly count: number; readonly rest: Rest },
): Promise<Blob> {
  const chunks: Blob[] = [];
  let texts: string[] = [];
  let length = 0;
  let done = 0;
  const hand = (): void => {
    // What is long leaves the program's memory: the browser may keep it on the disk.
    chunks.push(new Blob(texts));
    texts = [];
    length = 0;
  };
  for (const part of parts) {
    texts.push(part);
    length += part.length;
    done += 1;
    if (length >= CHUNK) hand();
    await rest(Math.min(1, done / Math.max(1, count)));
  }
  hand();
  return new Blob(chunks, { type });
}
