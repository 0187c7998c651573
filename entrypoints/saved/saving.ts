import type { MatchedItem, PassageToSave } from '../../utils/messages.ts';
import { extractPassages } from '../../utils/text/extract.ts';
import { describePage } from '../../utils/text/page-description.ts';
import { type Passages, pieceAt, type TextSpan } from '../../utils/text/passages.ts';
import { spanOf } from '../../utils/text/selected.ts';
import { selectorOf } from '../../utils/text/selector.ts';

/** Longest passage that is kept, in UTF-16 units. */
const LONGEST = 20_000;

/** What is sent to keep `span` of the page at `address`. */
export function passageToSave(
  document: Document,
  address: string,
  passages: Passages,
  span: TextSpan,
  match: MatchedItem | null,
): PassageToSave {
  const end = Math.min(span.end, span.start + LONGEST);
  const node = passages.nodes[pieceAt(passages, span.start)];
  return {
    page: describePage(document, address),
    selector: selectorOf(passages, { start: span.start, end }),
    language: node?.parentElement?.closest('[lang]')?.getAttribute('lang') || null,
    match,
  };
}

/** What is sent to keep what was read of `range`; null where that is nothing. */
export async function selected(
  document: Document,
  address: string,
  range: Range,
): Promise<PassageToSave | null> {
  for await (const passages of extractPassages(document.body)) {
    const span = spanOf(passages, range);
    if (span !== null) return passageToSave(document, address, passages, span, null);
  }
  return null;
}
