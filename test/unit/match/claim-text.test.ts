import { describe, expect, it } from 'vitest';
import { createPostReader } from '../../../utils/match/claim-text.ts';

const FREQUENCY: Readonly<Record<string, number>> = {
  defund: 2,
  the: 90,
  cbc: 3,
  of: 80,
  zu: 1,
  free: 5,
  freedom: 4,
};
const read = createPostReader((word) => FREQUENCY[word] ?? 0, 100);
const wordsOf = (text: string): string => read(text).trim().replace(/\s+/g, ' ');

describe('reading a post as plain words', () => {
  it('drops addresses, also where they are stuck to a word', () => {
    expect(wordsOf('Bridges #Openhttps://t.co/abc today www.example.org/x?y')).toBe(
      'Bridges Open today',
    );
  });

  it('keeps a word with a full stop in it that is no address', () => {
    expect(wordsOf('See chapter 3.5 httpful')).toBe('See chapter 3.5 httpful');
  });

  it('cuts tags and handles where the case changes or digits begin', () => {
    expect(wordsOf('#OpenBridges2020 @BBCWorld and @river_watch')).toBe(
      'Open Bridges 2020 BBC World and river watch',
    );
  });

  it('leaves the same letters alone where no sign marks a tag', () => {
    expect(wordsOf('OpenBridges2020')).toBe('OpenBridges2020');
  });

  it('cuts a tag in one case into the fewest words that the claims know', () => {
    expect(wordsOf('#defundthecbc')).toBe('defund the cbc');
    expect(wordsOf('#freedomofthe')).toBe('freedom of the');
  });

  it('does not cut what is known, or what cannot be cut without rest', () => {
    expect(wordsOf('#freedom #defundxq')).toBe('freedom defundxq');
  });

  it('takes pieces of two letters only where the claims use them often', () => {
    expect(wordsOf('#freezuthe')).toBe('freezuthe');
    expect(wordsOf('#freeofthe')).toBe('free of the');
  });
});
