import { describe, expect, it } from 'vitest';
import { descriptionFor, passageFor } from '../../../entrypoints/background/save-from-tab.ts';
import { samplePage, samplePassage } from '../reading-list/samples.ts';

const tab = { address: 'https://news.example/world/talks?id=7#part', title: 'In the tab' };
const silent = { ok: false, error: { message: 'x', remedy: 'y' } } as const;

describe('a selection', () => {
  it('is kept as its page describes it', () => {
    expect(passageFor(tab, { ok: true, value: samplePassage() }, 'x')).toEqual(samplePassage());
  });

  it('is kept as the browser gives it where the page does not answer', () => {
    expect(passageFor(tab, silent, '  some words ')).toMatchObject({
      page: { address: tab.address, title: 'In the tab' },
      selector: { exact: 'some words', start: 0, end: 10 },
      match: null,
    });
  });

  it('is not taken from a page that speaks for another one, or nonsense', () => {
    const forged = samplePassage({ page: samplePage({ address: 'https://bank.example/' }) });
    for (const value of [forged, { exact: 'x' } as never]) {
      expect(passageFor(tab, { ok: true, value }, 'the words')).toMatchObject({
        page: { address: tab.address },
        selector: { exact: 'the words' },
      });
    }
  });

  it('is nothing where nothing is selected', () => {
    expect(passageFor(tab, { ok: true, value: null }, undefined)).toBeNull();
    expect(passageFor(tab, silent, ' \n')).toBeNull();
  });
});

describe('the description of a page', () => {
  it('is its own, or address and title of the tab', () => {
    expect(descriptionFor(tab, { ok: true, value: samplePage() })).toEqual(samplePage());
    expect(descriptionFor(tab, silent)).toMatchObject({
      address: tab.address,
      title: 'In the tab',
    });
  });
});
