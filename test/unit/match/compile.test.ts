import { afterEach, describe, expect, it, vi } from 'vitest';
import { MOST_WEIGHT } from '../../../utils/match/constants.ts';
import { CuePatternError } from '../../../utils/match/cue-pattern.ts';
import { hashWord } from '../../../utils/match/hash.ts';
import { ABSENT, lexiconOf, lookUp } from '../../../utils/match/hash-table.ts';
import { partyNamesIn, partyNamesOf } from '../../../utils/match/parties.ts';
import { createTokenizer } from '../../../utils/match/tokenize.ts';
import { compileIndex, LONGEST_WORDING } from '../../../utils/pack/compile.ts';
import { openIndex } from '../../../utils/pack/index-format.ts';
import {
  background,
  compile,
  cues,
  indexOf,
  inputOf,
  item,
  SUBJECT,
  tokenize,
} from '../../support/matching.ts';

const INPUT = inputOf(
  item({
    id: 'bridge-open',
    wordings: [
      { language: 'en', text: 'The bridge shall stay open to all until 1907', origin: 'original' },
      { language: 'zh', text: '大桥向所有人开放', origin: 'translation' },
      { language: 'en', text: 'Nobody is kept from the bridge', origin: 'ours' },
    ],
  }),
  item({
    id: 'claim-toll',
    kind: 'claim',
    topics: ['trade'],
    wordings: [{ language: 'en', text: 'Tolls reached 12 million crowns', origin: 'report' }],
  }),
  item({ id: 'closed', kind: 'framing', cues: cues('en', '(shut|closed) bridge … of {north}') }),
);

/** Byte for byte; comparing by `toEqual` takes seconds. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.from(a).equals(b);
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('compiling a pack', () => {
  it('2.10 gives the same bytes each time, whatever the tokenizer read before', () => {
    const fresh = createTokenizer();
    fresh('Some other text that was read before: 123 北国');
    expect(isSame(compile(INPUT), compile(INPUT))).toBe(true);
    expect(isSame(compileIndex(INPUT, { tokenize: fresh, background }), compile(INPUT))).toBe(true);
    expect(isSame(compile(inputOf()), compile(INPUT))).toBe(false);
  });

  it('2.10 runs where there is nothing of Node', () => {
    const there = compile(INPUT);
    for (const name of ['process', 'Buffer', 'require', 'module', 'setImmediate'])
      vi.stubGlobal(name, undefined);
    const here = compileIndex(INPUT, { tokenize: createTokenizer(), background });
    vi.unstubAllGlobals();
    expect(isSame(here, there)).toBe(true);
  });

  it('2.10 makes an index of a pack without items', () => {
    const index = indexOf();
    expect(index.sections.itemId).toHaveLength(0);
    expect(index.meta.pack.id).toBe('small');
  });

  it('2.10 numbers the wordings of an item by language, in their order', () => {
    const { sections } = openIndex(compile(INPUT).buffer);
    expect([...sections.wordingOrdinal]).toEqual([0, 0, 1, 0]);
    expect([...sections.wordingItem]).toEqual([0, 0, 0, 1]);
  });

  it('2.10 writes a choice of words once, and each of its options, however many patterns offer it', () => {
    const index = indexOf(
      item({ id: 'first', cues: cues('en', '(shut|closed) bridge', 'toll … (shut|closed)') }),
      item({ id: 'second', cues: cues('en', '(shut|closed) gate', '(closed|shut) road') }),
    );
    const { choiceStart, choiceOption, optionStart, optionHash } = index.sections;
    expect([...choiceStart]).toEqual([0, 2, 4]);
    expect([...choiceOption]).toEqual([0, 1, 1, 0]);
    expect([...optionStart]).toEqual([0, 1, 2]);
    expect([...optionHash]).toEqual([hashWord('shut'), hashWord('close')]);
  });

  it('3.2 keeps the names of the parties as they are read', () => {
    const { meta, sections } = openIndex(compile(INPUT).buffer);
    const own = meta.subject.parties.length;
    expect(partyNamesIn(sections, own)).toEqual(partyNamesOf(SUBJECT, tokenize));
  });

  it('2.1 puts the terms that wordings have before all others, and keeps nothing by row behind them', () => {
    const { sections } = openIndex(compile(INPUT).buffer);
    const { lexiconItems, lexiconTopics, termItemStart, postingStart, lexiconWeight } = sections;
    const words = lexiconItems.length;
    expect(lexiconItems.every((items) => items > 0)).toBe(true);
    expect(Math.max(...sections.itemTerm)).toBe(words - 1);
    expect(lexiconTopics).toHaveLength(words);
    expect(termItemStart).toHaveLength(words + 1);
    expect(postingStart).toHaveLength(words + 1);
    expect(lexiconWeight.length).toBeGreaterThan(words);
  });

  it('8.1 keeps the figures of each wording, years apart', () => {
    const { sections } = openIndex(compile(INPUT).buffer);
    expect([...sections.figureStart]).toEqual([0, 1, 1, 1, 2]);
    expect([...sections.figureValue]).toEqual([1907, 12e6]);
    expect([...sections.figureIsYear]).toEqual([1, 0]);
  });

  it('7.2 names every pattern that cannot be used, with its item', () => {
    const broken = inputOf(
      item({ id: 'first', cues: cues('en', '(a', 'good words') }),
      item({ id: 'second', cues: cues('en', '{nowhere} words'), avoid: cues('en', '…') }),
    );
    const problem = (): Uint8Array => compile(broken);
    expect(problem).toThrow(CuePatternError);
    expect(problem).toThrow(/first: .*unbalanced[\s\S]*second: .*nowhere[\s\S]*second: .*literal/);
    expect(problem).toThrow(/use one of north, south or \{number\}/);
  });

  it('2.10 refuses a wording that is too long for its positions, and takes the longest', () => {
    const long = (length: number) =>
      inputOf(
        item({
          id: 'long',
          wordings: [{ language: 'en', text: 'word '.repeat(length / 5), origin: 'ours' }],
        }),
      );
    expect(() => compile(long(LONGEST_WORDING + 5))).toThrow(/long: a wording has \d+ .* split it/);
    expect(compile(long(LONGEST_WORDING)).length).toBeGreaterThan(0);
  });
});

describe('2.1 weights', () => {
  const { sections } = openIndex(compile(INPUT).buffer);
  const weightOf = (word: string): number => {
    const row = lookUp(lexiconOf(sections), tokenize(word).stem[0] ?? 0);
    return row === ABSENT ? MOST_WEIGHT : (sections.lexiconWeight[row] ?? 0);
  };

  it('2.1 grow with the surprise of a word in ordinary text', () => {
    expect(weightOf('the')).toBeLessThan(weightOf('open'));
    expect(weightOf('open')).toBeLessThan(weightOf('zeppelin'));
    expect(weightOf('the')).toBeLessThan(1);
  });

  it('2.1 stay between 0 and the most', () => {
    for (const weight of sections.lexiconWeight) {
      expect(weight).toBeGreaterThanOrEqual(0);
      expect(weight).toBeLessThanOrEqual(MOST_WEIGHT + 1e-5);
    }
  });

  it('2.1 fall with the share of the pack’s items that have the word', () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      item({
        id: `item-${at}`,
        wordings: [
          { language: 'en', text: `zeppelin ${at === 0 ? 'obelisk' : ''}`, origin: 'ours' },
        ],
      }),
    );
    const lexicon = openIndex(compile(inputOf(...many)).buffer).sections;
    const weight = (word: string): number =>
      lexicon.lexiconWeight[lookUp(lexiconOf(lexicon), tokenize(word).stem[0] ?? 0)] ?? 0;
    expect(weight('zeppelin')).toBeLessThan(weight('obelisk') / 3);
  });

  it('2.1 of the parties’ names are small: every page on the subject has them', () => {
    expect(weightOf('Northland')).toBe(MOST_WEIGHT);
    const named = indexOf(
      item({
        id: 'named',
        wordings: [{ language: 'en', text: 'Northland zeppelin', origin: 'original' }],
      }),
    ).sections;
    const [first = 0, second = 0] = [0, 1].map(
      (at) =>
        named.lexiconWeight[
          lookUp(lexiconOf(named), named.wordStem[named.tokenWord[at] ?? 0] ?? 0)
        ],
    );
    expect(first).toBeLessThan(second / 3);
  });
});
