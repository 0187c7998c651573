import { describe, expect, it } from 'vitest';
import { findNegations } from '../../../utils/match/polarity.ts';
import type { IndexWording } from '../../../utils/pack/index-input.ts';
import { engineOf, item, tokenize, wordsOf } from '../../support/matching.ts';

function negationsIn(text: string): string[] {
  const words = wordsOf(text);
  return [...findNegations(tokenize(text).exact)].flatMap((turns, at) =>
    turns ? [words[at] ?? ''] : [],
  );
}

function isClaimed(
  wording: IndexWording,
  text: string,
  kind: 'claim' | 'framing' = 'claim',
): boolean {
  return (
    engineOf(item({ id: 'claim', kind, wordings: [wording] })).match(text, 'balanced').length > 0
  );
}

describe('5.6 polarity', () => {
  it.each([
    ['The harvest did not fail', ['not']],
    ["The harvest doesn’t fail, and won't", ['doesn’t', "won't"]],
    ['No harvest failed', ['No']],
    ['Урожай не погиб', ['не']],
    ['收成没有减少', ['没']],
    ['收成並非減少', ['並']],
  ])('5.6 knows the words of negation: %s', (text, words) => {
    expect(negationsIn(text)).toEqual(words);
  });

  it.each([
    'Not only the harvest',
    'не только урожай',
    '不仅收成',
    'The northern harvest',
    '不同的收成',
  ])('5.6 near miss, no negation: %s', (text) => {
    expect(negationsIn(text)).toEqual([]);
  });

  const affirms: IndexWording = {
    language: 'en',
    text: 'Lighthouse keepers received wagons of barley',
    origin: 'ours',
  };
  const denies: IndexWording = {
    ...affirms,
    text: 'The ferrymen made no progress on the lighthouse',
  };

  it('5.6 a claim with the opposite polarity is not that claim', () => {
    expect(isClaimed(affirms, 'The lighthouse keepers received wagons of barley yesterday')).toBe(
      true,
    );
    expect(
      isClaimed(affirms, 'The lighthouse keepers never rested and received wagons of barley'),
    ).toBe(true);
    expect(isClaimed(affirms, 'The lighthouse keepers have not received wagons of barley')).toBe(
      false,
    );
    expect(
      isClaimed(affirms, 'They denied that lighthouse keepers received wagons of barley'),
    ).toBe(false);
    expect(isClaimed(denies, 'The ferrymen made no progress on that old lighthouse')).toBe(true);
    expect(isClaimed(denies, 'The ferrymen made progress on that old lighthouse')).toBe(false);
  });

  it('5.6 near miss: a negation of something else leaves the claim as it is', () => {
    expect(isClaimed(affirms, 'Not in summer: lighthouse keepers received wagons of barley')).toBe(
      true,
    );
    expect(
      isClaimed(affirms, 'They did not complain. Lighthouse keepers received wagons of barley'),
    ).toBe(true);
  });

  it('5.6 near miss: a framing is that framing’s matter also when it is denied', () => {
    expect(
      isClaimed(affirms, 'Lighthouse keepers have not received wagons of barley', 'framing'),
    ).toBe(true);
  });

  it('5.6 near miss: what is quoted whole is quoted, whatever stands before it', () => {
    const said: IndexWording = { ...affirms, origin: 'original' };
    expect(isClaimed(said, 'They denied that lighthouse keepers received wagons of barley')).toBe(
      true,
    );
  });
});
