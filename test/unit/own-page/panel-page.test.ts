import { describe, expect, it } from 'vitest';
import { panelPageOf, reasonAt } from '../../../utils/own-page/panel-page.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings/settings.ts';

describe('why a page cannot be read', () => {
  it.each([
    ['chrome://extensions/', 'browser-page'],
    ['about:blank', 'browser-page'],
    ['view-source:https://a.example/', 'browser-page'],
    ['', 'browser-page'],
    ['https://chromewebstore.google.com/detail/x', 'store'],
    ['https://chrome.google.com/webstore/x', 'store'],
    ['https://addons.mozilla.org/en/', 'store'],
    ['https://a.example/Report.PDF?x=1', 'pdf'],
    ['file:///home/a.pdf', 'pdf'],
    ['file:///home/a.html', 'file'],
    ['https://chrome.google.com/', 'no-answer'],
    ['https://a.example/', 'no-answer'],
  ])('at %s is %s', (address, reason) => {
    expect(reasonAt(address)).toBe(reason);
  });
});

describe('why a document does not answer', () => {
  it.each([
    ['https://a.example/report', 'application/pdf', 'pdf'],
    ['https://a.example/x.png', 'image/png', 'no-text'],
    ['https://a.example/feed', 'application/xml', 'no-text'],
    ['https://a.example/x', 'text/html', 'no-answer'],
    ['https://a.example/x', 'closed', 'closed'],
    ['https://a.example/x', 'unknown', 'no-answer'],
    ['file:///home/a.html', 'closed', 'file'],
    ['file:///home/a.html', 'text/html', 'no-answer'],
    ['https://addons.mozilla.org/', 'closed', 'store'],
    ['', 'unknown', 'browser-page'],
    ['', 'hidden', 'browser-or-file'],
  ])('at %s that is %s: %s', (address, type, reason) => {
    expect(reasonAt(address, type)).toBe(reason);
  });
});

describe('how a page stands', () => {
  const address = 'https://a.example/x';
  const view = { state: 'ready', problem: null, matches: [], current: -1 } as const;
  const error = (failure: 'no-receiver' | 'timeout') =>
    ({
      ok: false,
      error: { failure, message: 'No answer in time.', remedy: 'Try again.' },
    }) as const;

  it('is what the page says', () => {
    expect(panelPageOf(address, DEFAULT_SETTINGS, { ok: true, value: view })).toEqual(view);
  });

  it('is off where a switch says so, whatever the page says', () => {
    const here = { ...DEFAULT_SETTINGS, sitesOff: ['a.example'] };
    const nowhere = { ...here, everywhere: false };
    expect(panelPageOf(address, here, { ok: true, value: view }).state).toBe('off-here');
    expect(panelPageOf(address, nowhere, null).state).toBe('off-everywhere');
  });

  it('is being read before the page has answered', () => {
    expect(panelPageOf(address, DEFAULT_SETTINGS, null).state).toBe('reading');
  });

  it('is unavailable with the reason where nobody answers', () => {
    expect(panelPageOf(address, DEFAULT_SETTINGS, error('no-receiver'))).toEqual({
      state: 'unavailable',
      reason: 'no-answer',
    });
    expect(panelPageOf('chrome://settings', DEFAULT_SETTINGS, null)).toEqual({
      state: 'unavailable',
      reason: 'browser-page',
    });
  });

  it('is failed in words where the page fails', () => {
    expect(panelPageOf(address, DEFAULT_SETTINGS, error('timeout'))).toMatchObject({
      state: 'failed',
      problem: { failure: 'timeout' },
    });
  });
});
