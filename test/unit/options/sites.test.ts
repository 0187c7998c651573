import { describe, expect, it } from 'vitest';
import { siteNamed } from '../../../entrypoints/options/sites.ts';

describe('what a reader types as a site', () => {
  it.each([
    ['news.example', 'news.example'],
    ['  www.News.example  ', 'news.example'],
    ['https://www.news.example/a?b#c', 'news.example'],
    ['news.example:8080/path', 'news.example'],
    ['localhost', 'localhost'],
    ['новости.пример', 'xn--b1amnebsh.xn--e1afmkfd'],
    ['file:///home/a.html', 'file:'],
  ])('names a site: %s', (typed, site) => {
    expect(siteNamed(typed)).toBe(site);
  });

  it.each([
    '',
    ' ',
    'two words',
    'chrome://settings',
    'about:blank',
    'javascript:alert(1)',
    '?',
    '-',
  ])('names none: "%s"', (typed) => {
    expect(siteNamed(typed)).toBeNull();
  });
});
