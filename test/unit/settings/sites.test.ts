import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  isMuted,
  siteOf,
  switchAt,
  withSite,
} from '../../../utils/settings/settings.ts';

const off = (...sitesOff: string[]) => ({ ...DEFAULT_SETTINGS, sitesOff });

describe('the site of an address', () => {
  it.each([
    ['https://www.news.example/a', 'news.example'],
    ['http://news.example:8080/', 'news.example'],
    ['file:///home/a.html', 'file:'],
    ['about:blank', null],
    ['data:text/html,x', null],
    ['nonsense', null],
  ])('of %s is %s', (address, site) => {
    expect(siteOf(address)).toBe(site);
  });
});

describe('the switch', () => {
  it('is on where nothing says otherwise', () => {
    expect(switchAt(DEFAULT_SETTINGS, 'https://a.example/')).toBe('on');
  });

  it('is off everywhere before it is off anywhere', () => {
    const settings = { ...off('a.example'), everywhere: false };
    expect(switchAt(settings, 'https://a.example/')).toBe('off-everywhere');
  });

  it('covers subdomains and no namesakes', () => {
    const settings = off('a.example');
    expect(switchAt(settings, 'https://www.a.example/')).toBe('off-here');
    expect(switchAt(settings, 'https://en.a.example/')).toBe('off-here');
    expect(switchAt(settings, 'https://not-a.example/')).toBe('on');
  });

  it('goes off once and on again, also under a site that covers it', () => {
    expect(withSite(['a.example'], 'a.example', false)).toEqual(['a.example']);
    expect(withSite(['a.example', 'b.example'], 'en.a.example', true)).toEqual(['b.example']);
  });
});

describe('a muted item', () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    mutedItems: [
      { item: 'here', site: 'a.example' },
      { item: 'everywhere', site: null },
    ],
  };
  it('is muted on its site or everywhere', () => {
    expect(isMuted(settings, 'here', 'a.example')).toBe(true);
    expect(isMuted(settings, 'here', 'b.example')).toBe(false);
    expect(isMuted(settings, 'here', null)).toBe(false);
    expect(isMuted(settings, 'everywhere', null)).toBe(true);
    expect(isMuted(settings, 'other', 'a.example')).toBe(false);
  });
});
