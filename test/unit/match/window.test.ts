import { describe, expect, it } from 'vitest';
import { CandidateFinder } from '../../../utils/match/candidates.ts';
import { MatchMemory } from '../../../utils/match/match-memory.ts';
import { pageTermsOf } from '../../../utils/match/page-terms.ts';
import { bestWindow, measure, type Window } from '../../../utils/match/window.ts';
import { wordingView } from '../../../utils/match/wording-view.ts';
import { indexOf, item, tokenize } from '../../support/matching.ts';

const { sections } = indexOf(
  item({
    id: 'ferry',
    wordings: [
      { language: 'en', text: 'Ferrymen may charge pilgrims nothing for crossing', origin: 'ours' },
    ],
  }),
  item({
    id: 'toll',
    wordings: [{ language: 'en', text: 'Tolls on wagons fund the lighthouse', origin: 'ours' }],
  }),
);
const memory = new MatchMemory(sections);

function windowIn(text: string): { words: string; window: Window } | null {
  const tokens = tokenize(text);
  const terms = pageTermsOf(tokens, sections);
  const view = wordingView(sections, 0);
  const best = bestWindow(terms, 0, tokens.count, view, memory);
  if (!best) return null;
  const window = measure(terms, best.from, best.to, view, memory);
  return { words: text.slice(tokens.start[window.from], tokens.end[window.to - 1]), window };
}

describe('2.7 the window of a sentence that shares most with a wording', () => {
  it('2.7 finds it in any order of words, and leaves the rest of the sentence out', () => {
    const text =
      'In the gazette of that spring: crossing is free and pilgrims pay ferrymen nothing, wrote Abbot Quentin';
    expect(windowIn(text)?.words).toBe('crossing is free and pilgrims pay ferrymen nothing');
  });

  it('2.7 bridges a few common words, and breaks at rare ones', () => {
    expect(windowIn('pilgrims are never to be charged by ferrymen')?.words).toBe(
      'pilgrims are never to be charged by ferrymen',
    );
    const parted = windowIn(
      'pilgrims xylophone zeppelin quixotic marzipan kaleidoscope obelisk ferrymen',
    );
    expect(parted?.words).toBe('pilgrims');
  });

  it('2.7 counts a word once, however often it comes', () => {
    const once = windowIn('pilgrims and ferrymen');
    const often = windowIn('pilgrims and ferrymen and pilgrims');
    expect(often?.window.shared).toBeCloseTo(once?.window.shared ?? 0);
  });

  it('2.7 near miss: no window without a shared word', () => {
    expect(windowIn('Nobody sails in winter')).toBeNull();
  });

  it('2.7 measures shared weight against all weight', () => {
    const tokens = tokenize('pilgrims zeppelin');
    const terms = pageTermsOf(tokens, sections);
    const view = wordingView(sections, 0);
    const { shared, mass, words } = measure(terms, 0, 2, view, memory);
    expect(words).toEqual([0]);
    expect(shared).toBeCloseTo(terms.weight[0] ?? 0);
    expect(mass).toBeCloseTo((terms.weight[0] ?? 0) + (terms.weight[1] ?? 0));
  });
});

describe('2.6 candidates', () => {
  const find = (text: string): number[] => {
    const tokens = tokenize(text);
    const terms = pageTermsOf(tokens, sections);
    return new CandidateFinder(sections)
      .find(terms, 0, tokens.count, 5)
      .map((candidate) => candidate.wording);
  };

  it('2.6 are the wordings that share telling words, best first', () => {
    expect(find('ferrymen took no money from pilgrims for the crossing')).toEqual([0]);
    expect(find('pilgrims and ferrymen crossing while tolls on wagons fund a lighthouse')).toEqual(
      expect.arrayContaining([0, 1]),
    );
  });

  it.each(['may on the for', 'Nothing of the kind', ''])(
    '2.6 near miss: common words such as "%s" find none',
    (text) => {
      expect(find(text)).toEqual([]);
    },
  );

  it('2.6 forget one sentence before the next', () => {
    const finder = new CandidateFinder(sections);
    const search = (text: string) => {
      const tokens = tokenize(text);
      return finder.find(pageTermsOf(tokens, sections), 0, tokens.count, 5);
    };
    const first = search('ferrymen charge pilgrims');
    search('ferrymen');
    expect(search('ferrymen charge pilgrims')).toEqual(first);
  });
});
