import { quotationsIn } from './quotations-in.ts';
import { faultAt, type Rule } from './rule.ts';

/**
 * A slice gives exactly the words that stand at its place in the source, for each source at hand; of the
 * others the length at least is right.
 */
export const quotationNotVerbatim: Rule = {
  name: 'quotation-not-verbatim',
  needsWhole: false,
  check: ({ pack, sources }) => {
    return quotationsIn(pack).flatMap(({ entry, path, text, source }) => {
      if (source === null || text === undefined) return [];
      const at = [...path, 'text'];
      const whole = sources?.get(source.file);
      if (whole === undefined) {
        const length = source.end - source.offset;
        if (length === text.length) return [];
        const message = `has ${text.length} characters, and its slice has ${length}`;
        return faultAt(pack, entry, at, message, 'Take offset and end from the source again');
      }
      const words = whole.slice(source.offset, source.end);
      if (words === text) return [];
      const message = `differs from its source ${firstDifference(text, words)}`;
      return faultAt(pack, entry, at, message, remedyFor(text, whole));
    });
  },
};

function firstDifference(text: string, words: string): string {
  let at = 0;
  while (at < text.length && text[at] === words[at]) at++;
  return `at character ${at + 1}: "${text.slice(at, at + 20)}" where the source has "${words.slice(at, at + 20)}"`;
}

function remedyFor(text: string, whole: string): string {
  const found = whole.indexOf(text);
  if (found >= 0) return `These words stand at offset ${found}, end ${found + text.length}`;
  return 'Copy the words from the source; a quotation is never mended';
}
