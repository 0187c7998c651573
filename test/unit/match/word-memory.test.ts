import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashWord } from '../../../utils/match/hash.ts';
import { WordMemory } from '../../../utils/match/word-memory.ts';

function memoryThatCounts() {
  const folded: string[] = [];
  const memory = new WordMemory((word) => {
    folded.push(word);
    return [hashWord(word), hashWord(word.slice(0, 3))];
  });
  const hashesAt = (text: string, from: number, to: number) => {
    const entry = memory.find(text, from, to);
    return [memory.exact(entry), memory.stem(entry)];
  };
  return { folded, hashesAt };
}

describe('the memory of words', () => {
  it('gives the hashes of the word that stands there', () => {
    const { hashesAt } = memoryThatCounts();
    expect(hashesAt('open bridges', 5, 12)).toEqual([hashWord('bridges'), hashWord('bri')]);
  });

  it('folds a word once, wherever it stands', () => {
    const { folded, hashesAt } = memoryThatCounts();
    hashesAt('open bridges', 5, 12);
    hashesAt('bridges', 0, 7);
    expect(folded).toEqual(['bridges']);
  });

  it('tells any two words apart', () => {
    const { hashesAt } = memoryThatCounts();
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 9 }), { maxLength: 40 }),
        (words) => {
          for (const word of words) {
            expect(hashesAt(`-${word}-`, 1, 1 + word.length)[0]).toBe(hashWord(word));
          }
        },
      ),
    );
  });

  it('holds a word of any length, and goes on being right after more words than it keeps', () => {
    const { hashesAt } = memoryThatCounts();
    const long = 'a'.repeat(1000);
    expect(hashesAt(long, 0, 1000)[0]).toBe(hashWord(long));
    for (let at = 0; at < 90_000; at += 1) {
      const word = `w${at}`;
      const [exact] = hashesAt(word, 0, word.length);
      if (exact !== hashWord(word)) throw new Error(`"${word}" was taken for another word`);
    }
    expect(hashesAt(long, 0, 1000)[0]).toBe(hashWord(long));
  });
});
