import { loadBackground } from '../../scripts/packs/background-lists.ts';
import { createCueTest } from '../../scripts/packs/cue-problem.ts';
import { createCueMeasure } from '../../scripts/packs/cue-surprise.ts';
import { createWordTest } from '../../scripts/packs/holds-words.ts';
import { createTokenizer } from '../../utils/match/tokenize.ts';
import { checkPack } from '../../utils/pack/check/check-pack.ts';
import { compileIndex } from '../../utils/pack/compile.ts';
import { indexInputOf } from '../../utils/pack/index-input-of.ts';
import { smallPack } from '../support/small-pack.ts';

/**
 * Measures how long a pack of generated clauses takes through check and compile, and how much memory the
 * process then holds. Run with `npx tsx test/bench/large-pack.ts [clauses]`; the bar for 20,000 clauses
 * is 10 seconds and 500 MB. Node lets its heap grow while there is room: `NODE_OPTIONS=--max-old-space-size=300`
 * shows what is needed.
 */
const count = Number(process.argv[2] ?? 20_000);
const files = largePack(count);
const tokenize = createTokenizer();
const background = loadBackground(tokenize);

const cpuBefore = process.cpuUsage();
const start = performance.now();
const context = {
  today: '2026-01-01',
  sources: null,
  cueProblem: createCueTest(),
  cueSurprise: createCueMeasure(),
  holdsWords: createWordTest(),
};
const { pack, faults } = checkPack(files, context);
const checked = performance.now();
const bytes = compileIndex(indexInputOf(pack), { tokenize, background });
const compiled = performance.now();

const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
console.log(`${count} clauses, ${faults.length} faults`);
console.log(`load and check ${seconds(start, checked)} s, compile ${seconds(checked, compiled)} s`);
const { user, system } = process.cpuUsage(cpuBefore);
console.log(`processor time of both ${((user + system) / 1e6).toFixed(1)} s`);
console.log(`index ${(bytes.length / 1e6).toFixed(1)} MB`);
console.log(`most memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);

/** The small pack with `count` clauses more, in files of 500, of words drawn by a fixed generator. */
function largePack(count: number): Map<string, string> {
  const next = generator(7);
  const syllables = ['ba', 'den', 'ko', 'lir', 'mu', 'nas', 'po', 'rit', 'su', 'tel', 'vo', 'zan'];
  const pick = () => syllables[Math.floor(next() * syllables.length)] ?? '';
  const word = () => Array.from({ length: 1 + Math.floor(next() * 3) }, pick).join('');
  const sentence = () => Array.from({ length: 20 }, word).join(' ');
  const large = smallPack();
  for (let first = 0; first < count; first += 500) {
    let text = 'document: river-treaty-1901\nclauses:\n';
    for (let at = first; at < Math.min(count, first + 500); at++) {
      text += `  - id: generated-${at}\n    subject: generated\n    speaker: "nobody"\n    texts:\n      en:\n`;
      text += `        text: "${sentence()}"\n        rendering: treaty-text\n`;
      text += `        address: "https://generated.example/${at}"\n    alignment: english-only\n`;
    }
    large.set(`clauses/generated-${first}.yaml`, text);
  }
  return large;
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
