import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Gate, listenAtGates, passesGate } from '../../../utils/match/gate.ts';

const GATE: Gate = {
  pack: 'p',
  parties: [
    ['China', '中国'],
    ['Russia', 'Moscow'],
  ],
  hallmarks: ['two sides', 'joint statement', 'third parties', 'cold war mentality'],
};

test.each([
  ['China and Moscow', true],
  ['中国, and the Russian side', true],
  ['China, and nobody else', false],
  ['The Two Sides said in the Joint Statement that third parties', true],
  ['The two sides said in the joint statement; the two sides', false],
  ['', false],
])('“%s” passes: %s', (text, passes) => {
  expect(passesGate(text, [GATE])).toBe(passes);
});

test('one gate of several is enough, and half of two is none', () => {
  const other: Gate = { pack: 'q', parties: [['India'], ['Pakistan']], hallmarks: [] };
  expect(passesGate('India and Pakistan', [GATE, other])).toBe(true);
  expect(passesGate('India and Russia', [GATE, other])).toBe(false);
});

test('a text in slices passes as the whole does, wherever words are not cut', () => {
  const words = fc.constantFrom(
    'China',
    'Moscow',
    'two sides',
    'Joint Statement',
    'third parties',
    'peace',
  );
  fc.assert(
    fc.property(fc.array(words), (text) => {
      const hear = listenAtGates([GATE]);
      const heard = text.some((word) => hear(word));
      expect(heard).toBe(passesGate(text.join(' '), [GATE]));
    }),
  );
});
