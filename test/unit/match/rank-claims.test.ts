import { describe, expect, it } from 'vitest';
import { findClaims } from '../../../utils/match/claim-candidates.ts';
import { readClaims } from '../../../utils/match/claim-catalogue.ts';
import { createQueryReader } from '../../../utils/match/claim-query.ts';
import { createClaimRanker } from '../../../utils/match/rank-claims.ts';
import type { IndexItem, IndexWording } from '../../../utils/pack/index-input.ts';
import { indexOf, item } from '../../support/matching.ts';

function english(...texts: string[]): IndexWording[] {
  return texts.map((text) => ({ language: 'en', text, origin: 'report' }));
}

function claim(id: string, ...wordings: IndexWording[]): IndexItem {
  return item({ id, kind: 'claim', wordings });
}

const INDEX = indexOf(
  claim('tolls', ...english('Tolls on the bridge reached 12 million crowns', 'Bridge Tolls')),
  claim('shark', ...english('A photograph shows a shark on a flooded highway', 'Highway Shark')),
  claim('mayor', ...english('Mayor Ophelia Grund banned kites', 'Did a Mayor Ban Kites?')),
  claim('baker', ...english('Baker Ophelia Stern banned rye', 'Did a Baker Ban Rye?')),
  claim('dykes', ...english('Dykes protect the harbour'), {
    language: 'zh',
    text: '堤坝保护港口',
    origin: 'translation',
  }),
  item({ id: 'kite-clause', wordings: english('Kites are banned by Mayor Ophelia Grund') }),
);
const rank = createClaimRanker(INDEX);
const idsOf = (text: string, most = 5): string[] => rank(text, most).map(({ item: id }) => id);

describe('ranking claims for a text', () => {
  it('puts first the claim that says the same, and after it those that share a word', () => {
    expect(idsOf('So the mayor, Ms Grund, has now banned all kites!')[0]).toBe('mayor');
    expect(idsOf('Ophelia Stern will have no rye')).toEqual(['baker', 'mayor']);
  });

  it('reads a tag and a handle as their words', () => {
    expect(idsOf('unbelievable #highwayshark')).toEqual(['shark']);
    expect(idsOf('@OpheliaGrund')[0]).toBe('mayor');
  });

  it('ranks claims only, though a clause says the same to the letter', () => {
    expect(idsOf('Kites are banned by Mayor Ophelia Grund')).not.toContain('kite-clause');
  });

  it('finds a claim by its wording in another language, and names it once', () => {
    expect(idsOf('堤坝保护了港口')).toEqual(['dykes']);
    expect(idsOf('Dykes 堤坝保护港口 harbour')).toEqual(['dykes']);
  });

  it('has nothing to rank for a text without a telling word of any claim', () => {
    expect(idsOf('')).toEqual([]);
    expect(idsOf('on the of and')).toEqual([]);
    expect(idsOf('marzipan')).toEqual([]);
  });

  it('gives no more than asked for, best first, with shares that fall and stay within one', () => {
    expect(idsOf('Ophelia banned kites and rye', 1)).toHaveLength(1);
    const ranked = rank('Ophelia banned kites and rye', 5);
    expect(ranked).toHaveLength(2);
    expect(ranked[0]?.share).toBeGreaterThanOrEqual(ranked[1]?.share ?? 1);
    expect(ranked.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it('lets the speaker decide between claims that the text alone does not part', () => {
    const text = 'I banned what had to be banned, Ophelia';
    expect(rank(text, 1, { speaker: 'Office of Grund' })[0]?.item).toBe('mayor');
    expect(rank(text, 1, { speaker: 'Office of Stern' })[0]?.item).toBe('baker');
  });

  it('gives the same ranking each time, whatever it read between', () => {
    const text = 'Grund banned kites #unknowntagword';
    const before = rank(text, 5);
    rank('Something else altogether about sharks', 5);
    expect(rank(text, 5)).toEqual(before);
  });

  it('reads any string', () => {
    for (const text of ['\ud800', '#', '@@ ##', '—', 'a'.repeat(5000), '#'.concat('x'.repeat(500))])
      expect(idsOf(text)).toEqual([]);
  });
});

describe('candidates', () => {
  const catalogue = readClaims(INDEX);
  const read = createQueryReader(INDEX, catalogue);

  it('counts a word that title and statement share more than one that stands once', () => {
    const [first] = findClaims(read('kites', {}), catalogue, 5);
    const [second] = findClaims(read('Grund', {}), catalogue, 5);
    expect(first?.document).toBe(second?.document);
    expect(first?.text).toBeGreaterThan(second?.text ?? Number.POSITIVE_INFINITY);
  });

  it('keeps what the speaker adds apart from what the text says', () => {
    const [found] = findClaims(read('marzipan', { speaker: 'Grund' }), catalogue, 5);
    expect(found?.text).toBe(0);
    expect(found?.speaker).toBeGreaterThan(0);
  });

  it('scores by common words too once a telling word has led to a claim', () => {
    const [plain] = findClaims(read('shark', {}), catalogue, 5);
    const [more] = findClaims(read('shark on a', {}), catalogue, 5);
    expect(more?.text).toBeGreaterThan(plain?.text ?? Number.POSITIVE_INFINITY);
    expect(more?.telling).toBe(plain?.telling);
    expect(findClaims(read('on a', {}), catalogue, 5)).toEqual([]);
  });
});
