import type { Highlight, Look } from '../../utils/paint/painter.ts';
import { readPassages } from '../../utils/text/extract.ts';
import { type Passages, partsOf } from '../../utils/text/passages.ts';

/**
 * A highlight of the first `words` in the document that the test runs in.
 *
 * @throws Error where the document does not hold them.
 */
export function highlight(id: string, look: Look, words: string): Highlight {
  const passages = [...readPassages(document.body)].find((chunk) => chunk !== null) as Passages;
  const start = passages.text.indexOf(words);
  if (start < 0) throw new Error(`The page does not hold "${words}".`);
  return { id, look, parts: partsOf(passages, { start, end: start + words.length }) };
}
