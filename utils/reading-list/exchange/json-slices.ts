import type { Rest } from './incoming.ts';

/** Below this many UTF-16 units a file is parsed at once: that takes a few milliseconds. */
const SMALL = 500_000;

/**
 * Parses JSON as `JSON.parse` does, with rests in between where it is long. Objects that stand in an
 * array at the root, or in an array of the root's object, are cut out and parsed one by one; what is
 * left, with a placeholder for each, is parsed last, so every comma and bracket is still checked.
 *
 * @throws SyntaxError where the text is not JSON.
 */
export async function parseInSlices(text: string, rest: Rest): Promise<unknown> {
  if (text.length < SMALL) return JSON.parse(text);
  const elements: unknown[] = [];
  const left: string[] = [];
  let copied = 0;
  let element = -1;
  const open: string[] = [];
  const sign = /["{}[\]]/g;
  for (let found = sign.exec(text); found !== null; found = sign.exec(text)) {
    const at = found.index;
    const [mark] = found;
    if (mark === '"') {
      sign.lastIndex = endOfString(text, at) + 1;
    } else if (mark === '{' || mark === '[') {
      if (mark === '{' && element < 0 && isListOfRecords(open)) element = open.length;
      if (element === open.length) {
        left.push(text.slice(copied, at), `{"#":${elements.length}}`);
        copied = at;
      }
      open.push(mark);
    } else {
      open.pop();
      if (element !== open.length) continue;
      elements.push(JSON.parse(text.slice(copied, at + 1)));
      copied = at + 1;
      element = -1;
      await rest(at / text.length);
    }
  }
  left.push(text.slice(copied));
  const root: unknown = JSON.parse(left.join(''));
  const lists = Array.isArray(root) ? [root] : Object.values(Object(root)).filter(Array.isArray);
  for (const list of lists) {
    for (const [at, held] of list.entries()) {
      if (isPlaceholder(held)) list[at] = elements[held['#']];
    }
  }
  return root;
}

const isListOfRecords = (open: readonly string[]): boolean => {
  const path = open.join('');
  return path === '[' || path === '{[';
};

/** Every object at such a place is a placeholder: real ones were cut out. */
const isPlaceholder = (held: unknown): held is { readonly '#': number } =>
  typeof held === 'object' && held !== null && '#' in held;

/** The place of the quotation mark that ends the string begun at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  throw new SyntaxError('A string does not end.');
}
