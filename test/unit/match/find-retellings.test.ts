import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../utils/match/engine.ts';
import { RetellingFinder } from '../../../utils/match/find-retellings.ts';
import { MatchMemory } from '../../../utils/match/match-memory.ts';
import { readPageText } from '../../../utils/match/page-text.ts';
import { partyNamesOf } from '../../../utils/match/parties.ts';
import { Vocabularies } from '../../../utils/match/vocabulary.ts';
import { WordingViews } from '../../../utils/match/wording-view.ts';
import { indexOf, item, SUBJECT, TAKE_ALL, tokenize } from '../../support/matching.ts';

const index = indexOf(
  item({
    id: 'ferry',
    topics: ['river'],
    wordings: [
      { language: 'en', text: 'Ferrymen may charge pilgrims nothing for crossing', origin: 'ours' },
      { language: 'en', text: 'Worshippers travel across the river gratis', origin: 'ours' },
      { language: 'en', text: 'Boatmen waive the fare of worshippers', origin: 'ours' },
    ],
  }),
  item({
    id: 'toll',
    topics: ['road', 'river'],
    wordings: [
      { language: 'en', text: 'Tolls on wagons fund the lighthouse', origin: 'ours' },
      { language: 'en', text: 'Wagons pay for the beacon above the river', origin: 'ours' },
    ],
  }),
);
const vocabularies = new Vocabularies(index.sections);
const finder = new RetellingFinder(
  index.sections,
  vocabularies,
  new WordingViews(index.sections),
  new MatchMemory(index.sections),
);
const names = partyNamesOf(SUBJECT, tokenize);

function retold(text: string): [item: string, words: string, telling: number][] {
  const page = readPageText(text, index, tokenize, names);
  return finder.find(page).map(({ comparison, telling }) => {
    const number = index.sections.wordingItem[comparison.wording] ?? 0;
    const { tokens } = page;
    return [
      index.string(index.sections.itemId[number] ?? 0),
      text.slice(tokens.start[comparison.from], tokens.end[comparison.to - 1]),
      telling,
    ];
  });
}

describe('2.11 a stretch rich in the words of an item, whichever of its wordings has them', () => {
  it('2.11 finds what mixes the words of two wordings', () => {
    expect(retold('In spring, ferrymen waive the fare of pilgrims, wrote the abbot')).toEqual([
      ['ferry', 'ferrymen waive the fare of pilgrims', 4],
    ]);
  });

  it('2.11 near miss: one word of an item, or none, is no retelling', () => {
    expect(retold('The ferrymen rested until the evening bell')).toEqual([]);
    expect(retold('Nobody in the abbey had seen such weather')).toEqual([]);
  });

  it('2.11 near miss: words of two items in one sentence do not add up', () => {
    expect(retold('The lighthouse and the boatmen')).toEqual([]);
  });

  it('2.11 near miss: the names of the parties tell nothing', () => {
    const named = indexOf(
      item({
        id: 'visit',
        wordings: [{ language: 'en', text: 'Northland visits Southland', origin: 'ours' }],
      }),
    );
    const page = readPageText('Northland and Southland', named, tokenize, names);
    const own = new RetellingFinder(
      named.sections,
      new Vocabularies(named.sections),
      new WordingViews(named.sections),
      new MatchMemory(named.sections),
    );
    expect(own.find(page)).toEqual([]);
  });

  it('2.11 keeps to the sentence', () => {
    expect(retold('Boatmen rested. The fare was high')).toEqual([]);
  });

  it('6.5 a retelling stands where nothing else was found for its topic', () => {
    const engine = createEngine(index, {
      ...TAKE_ALL,
      retellings: { ...TAKE_ALL.retellings, bias: 3 },
    });
    const mixed = 'In spring, ferrymen waive the fare of pilgrims, wrote the abbot';
    const plain = 'Boatmen waive the fare of worshippers';
    expect(engine.match(mixed, 'balanced').map(({ item: id }) => id)).toEqual(['ferry']);
    expect(engine.match(plain, 'balanced')).toHaveLength(1);
  });
});

describe('2.11 the vocabulary of an item', () => {
  it('2.11 counts the wordings that have a word, and knows the words of its topics', () => {
    const worshipper = tokenize('worshippers').stem[0] ?? 0;
    const wagon = tokenize('wagons').stem[0] ?? 0;
    const page = readPageText('worshippers wagons', index, tokenize, names);
    expect(page.terms.term[0]).toBe(worshipper);
    expect(page.terms.term[1]).toBe(wagon);
    const [first, second] = page.terms.row;
    expect(vocabularies.uses(0, first ?? -1)).toBe(2);
    expect(vocabularies.uses(0, second ?? -1)).toBe(0);
    expect(vocabularies.ofTopics(0).has(second ?? -1)).toBe(true);
  });

  it('2.11 a word of one item is rarer than a word of all', () => {
    const { row } = readPageText('river lighthouse', index, tokenize, names).terms;
    expect(vocabularies.rarityAmongItems(row[0] ?? 0)).toBe(0);
    expect(vocabularies.rarityAmongItems(row[1] ?? 0)).toBe(1);
  });
});
