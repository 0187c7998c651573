import { describe, expect, it } from 'vitest';
import { canonicalForm, knownForms } from '../../../utils/reading-list/address.ts';

describe('the canonical form of an address', () => {
  it.each([
    ['https://a.example/x#part', 'https://a.example/x'],
    ['https://a.example/x?utm_source=m&id=1&fbclid=2', 'https://a.example/x?id=1'],
    ['https://a.example/x?gclid=2', 'https://a.example/x'],
    ['https://a.example/x?q=a%20b&b=1', 'https://a.example/x?q=a%20b&b=1'],
    ['https://A.example', 'https://a.example/'],
    ['not an address', 'not an address'],
  ])('of %s is %s', (address, expected) => {
    expect(canonicalForm(address)).toBe(expected);
  });
});

describe('the forms of a page', () => {
  it('hold the address that the page names on its own site', () => {
    expect(knownForms('https://m.a.example/x?y=1', 'https://www.a.example/x')).toEqual([
      'https://m.a.example/x?y=1',
      'https://www.a.example/x',
    ]);
  });

  it('hold no front page, no other site and no script', () => {
    for (const named of ['https://a.example/', 'https://b.example/x', 'javascript:alert(1)']) {
      expect(knownForms('https://a.example/x', named)).toEqual(['https://a.example/x']);
    }
  });
});
