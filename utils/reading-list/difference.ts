import { diffWords } from 'diff';

/** A run of a text: in both versions, only in the earlier one, or only in the later one. */
export interface Run {
  readonly text: string;
  readonly kind: 'same' | 'removed' | 'added';
}

/** Longest texts that are compared word by word, in UTF-16 units. */
const LONGEST = 20_000;

/** How a text became another one, word by word, in its language; Chinese is cut by its dictionary. */
export function differenceOf(before: string, after: string, language: string | null): Run[] {
  if (before === after) return [{ text: before, kind: 'same' }];
  if (before.length > LONGEST || after.length > LONGEST) {
    return [
      { text: before, kind: 'removed' },
      { text: after, kind: 'added' },
    ];
  }
  const changes = diffWords(before, after, { intlSegmenter: segmenterOf(language) });
  return changes.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

function segmenterOf(language: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? undefined, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}
