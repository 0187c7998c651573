/**
 * An inverted index without ranking: for each word the ascending list of the entries that hold it.
 * Entries have numbers in the order of their coming; one that changes is struck out and comes again
 * under a new number, so lists only ever grow at their end. For questions by the beginning of a word
 * the words lie together by their first two characters; keeping them in order instead made the first
 * question after a change wait for a sort of 200,000 words.
 *
 * MiniSearch stood here before: with 100,000 passages it took 940 MB and up to 1.9 s a question,
 * because it ranks every hit, which the list does not need.
 */
export interface WordIndex {
  /** Adds an entry, or replaces the one of that id. */
  put(id: string, words: Iterable<string>): void;
  remove(id: string): void;
  /** The entries in which each of the words occurs, whole or, for `isStart`, as a beginning. */
  find(words: readonly { readonly word: string; readonly isStart: boolean }[]): Found;
  readonly size: number;
}

/** What was found; asks are cheap, and no set of ids is made. */
export interface Found {
  readonly size: number;
  has(id: string): boolean;
  /** The same by number, for those who remember the numbers of what does not change. */
  readonly byNumber?: {
    /** The number of an entry until it changes or goes; -1 where there is none. */
    numberOf(id: string): number;
    holds(number: number): boolean;
  };
}

/** Characters by which words lie together, in UTF-16 units. */
const START = 2;
/** Below it stand the letters with which very many words begin: each has its entries in a list. */
const ALPHABETS_END = 0x2e80;

export function createWordIndex(): WordIndex {
  const numbers = new Map<string, number>();
  const lists = new Map<string, number[]>();
  const byStart = new Map<string, string[]>();
  const byLetter = new Map<number, number[]>();
  let next = 0;

  /** Calls back with the list of each word that begins so. */
  function eachFrom(start: string, callback: (list: readonly number[]) => void): void {
    if (start.length === 1 && start.charCodeAt(0) < ALPHABETS_END) {
      callback(byLetter.get(start.charCodeAt(0)) ?? []);
      return;
    }
    const near =
      start.length >= START
        ? [byStart.get(start.slice(0, START)) ?? []]
        : [...byStart].flatMap(([key, words]) => (key.startsWith(start) ? [words] : []));
    for (const words of near) {
      for (const word of words) if (word.startsWith(start)) callback(lists.get(word) ?? []);
    }
  }

  return {
    get size() {
      return numbers.size;
    },
    put(id, words) {
      const number = next;
      next += 1;
      numbers.set(id, number);
      const letters = new Set<number>();
      for (const word of new Set(words)) {
        const letter = word.charCodeAt(0);
        if (letter < ALPHABETS_END) letters.add(letter);
        const list = lists.get(word);
        if (list) list.push(number);
        else {
          lists.set(word, [number]);
          const near = byStart.get(word.slice(0, START));
          if (near) near.push(word);
          else byStart.set(word.slice(0, START), [word]);
        }
      }
      for (const letter of letters) {
        const list = byLetter.get(letter);
        if (list) list.push(number);
        else byLetter.set(letter, [number]);
      }
    },
    remove(id) {
      numbers.delete(id);
    },
    find(words) {
      // How many of the words so far each entry holds.
      const held = new Uint8Array(next);
      for (const [at, { word, isStart }] of words.slice(0, 250).entries()) {
        const strike = (list: readonly number[]): void => {
          for (const number of list) if (held[number] === at) held[number] = at + 1;
        };
        if (isStart) eachFrom(word, strike);
        else strike(lists.get(word) ?? []);
      }
      const wanted = Math.min(words.length, 250);
      const has = (id: string): boolean => held[numbers.get(id) ?? -1] === wanted;
      return {
        has,
        byNumber: {
          numberOf: (id) => numbers.get(id) ?? -1,
          holds: (number) => held[number] === wanted,
        },
        get size() {
          let size = 0;
          for (const number of numbers.values()) if (held[number] === wanted) size += 1;
          return size;
        },
      };
    },
  };
}
