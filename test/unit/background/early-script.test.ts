import { describe, expect, it } from 'vitest';
import { patternsOf } from '../../../entrypoints/background/early-script.ts';

describe('match patterns of a site that is off', () => {
  it('hold the host and all below it', () => {
    expect(patternsOf('news.example')).toEqual(['*://*.news.example/*']);
    expect(patternsOf('xn--d1acufc.xn--p1ai')).toEqual(['*://*.xn--d1acufc.xn--p1ai/*']);
  });

  it('hold an address in numbers alone', () => {
    expect(patternsOf('127.0.0.1')).toEqual(['*://127.0.0.1/*']);
    expect(patternsOf('[::1]')).toEqual(['*://[::1]/*']);
  });

  it('hold local files', () => {
    expect(patternsOf('file:')).toEqual(['file:///*']);
  });

  it.each([
    '',
    'a b',
    'a/b',
    'a..b',
    'news.example:8080',
    'user@news.example',
    '*',
    '?',
    '#',
    'a\\b',
  ])('are none for "%s", which no address has as its host', (site) => {
    expect(patternsOf(site)).toEqual([]);
  });
});
