/** Number of documents that hold a word. */
export type WordFrequency = (word: string) => number;

const ADDRESS = /(?:https?:\/\/|www\.)\S+/giu;
const TAG = /[@#＠＃]([\p{L}\p{N}_]+)/gu;
/** Words shorter than this are not cut further. */
const LEAST_CUT = 6;
/** Pieces shorter than this count only if this share of the documents has them, as "of" and "in". */
const SHORT_PIECE = 3;
const COMMON_SHARE = 0.02;
/** What each further piece costs, against half the surprise of the piece: few and common pieces win. */
const PIECE_COST = 6;

/**
 * Makes a function that reads a post as plain words: addresses go, "#HashTags" and "@handles" become
 * the words in them, cut where the case changes or digits begin, and, where they are written in one
 * case ("#defundthecbc"), into the fewest and commonest words that the documents know. What cannot be
 * cut stays as it is. The result serves comparison only: offsets are not kept.
 */
export function createPostReader(
  frequencyOf: WordFrequency,
  documents: number,
): (text: string) => string {
  return (text) =>
    text.replace(ADDRESS, ' ').replace(TAG, (_, tag: string) => {
      const words = cutByCase(tag).map((word) => cutByVocabulary(word, frequencyOf, documents));
      return ` ${words.join(' ')} `;
    });
}

/** Cuts "GMOFree2020" into "GMO", "Free", "2020". */
function cutByCase(tag: string): string[] {
  return tag
    .replace(/_/g, ' ')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .replace(/(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, '$& ')
    .split(' ')
    .filter((word) => word !== '');
}

interface Cut {
  readonly cost: number;
  readonly pieces: readonly string[];
}

/** The cheapest way to write a word as known words, or the word itself where there is none. */
function cutByVocabulary(word: string, frequencyOf: WordFrequency, documents: number): string {
  if (word.length < LEAST_CUT || word.length > 60) return word;
  const lower = word.toLowerCase();
  if (frequencyOf(lower) > 0) return word;
  const best: (Cut | undefined)[] = [{ cost: 0, pieces: [] }];
  for (let from = 0; from < lower.length; from++) {
    const before = best[from];
    if (!before) continue;
    for (let to = from + 2; to <= lower.length; to++) {
      const piece = lower.slice(from, to);
      const frequency = frequencyOf(piece);
      if (frequency === 0) continue;
      if (piece.length < SHORT_PIECE && frequency < documents * COMMON_SHARE) continue;
      const cost = before.cost + PIECE_COST + 0.5 * Math.log(1 + documents / frequency);
      const known = best[to];
      if (!known || cost < known.cost) best[to] = { cost, pieces: [...before.pieces, piece] };
    }
  }
  return best[lower.length]?.pieces.join(' ') ?? word;
}
