import { type Passages, partsOf, pieceAt, type TextPart, type TextSpan } from './passages.ts';

/** A passage found in the page: where it stands, and its words when it was read. */
export interface LocatedText {
  readonly parts: readonly TextPart[];
  /** The words of `parts` joined, white space as spaces. */
  readonly text: string;
}

/**
 * Where `span` of `passages` stands on the page. Null where it covers no text node, or where the page
 * has changed since it was read: a node was taken out, or its words are others.
 */
export function locate(passages: Passages, span: TextSpan): LocatedText | null {
  const parts = partsOf(passages, span);
  if (parts.length === 0) return null;
  let text = '';
  for (const part of parts) {
    if (!part.node.isConnected) return null;
    text += wordsOf(part);
  }
  return text === readWords(passages, span) ? { parts, text } : null;
}

/** What a part's node holds there now, white space as spaces. */
function wordsOf(part: TextPart): string {
  return asSpaces(part.node.data.slice(part.start, part.end));
}

/** What was read of `span`, without the separators between blocks. */
function readWords(passages: Passages, span: TextSpan): string {
  const { text, textStarts, lengths } = passages;
  let words = '';
  for (let i = Math.max(0, pieceAt(passages, span.start)); i < textStarts.length; i += 1) {
    const start = textStarts[i] ?? 0;
    if (start >= span.end) break;
    const from = Math.max(start, span.start);
    const to = Math.min(start + (lengths[i] ?? 0), span.end);
    if (from < to) words += text.slice(from, to);
  }
  return asSpaces(words);
}

function asSpaces(text: string): string {
  return text.replace(/[\n\t\r\f]/g, ' ');
}
