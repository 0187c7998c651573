import { readPassages } from '../../../utils/text/extract.ts';
import type { Passages } from '../../../utils/text/passages.ts';

/** Makes `html` the page's content. */
export function build(html: string): void {
  document.body.innerHTML = html;
}

/** All that is read under `root`, as one chunk. */
export function readAll(root: Element): Passages | null {
  const chunks = [...readPassages(root, { chunkLength: 1e9 })];
  return chunks.find((chunk) => chunk !== null) ?? null;
}

export function textIn(root: Element): string {
  return readAll(root)?.text ?? '';
}
