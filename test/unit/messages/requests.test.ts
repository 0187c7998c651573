import { describe, expect, it } from 'vitest';
import { checkBackgroundRequest } from '../../../utils/messages/background-requests.ts';
import { checkPageRequest } from '../../../utils/messages/page-requests.ts';
import { samplePassage } from '../reading-list/samples.ts';

describe('requests to the background', () => {
  it.each([
    ['wake', null],
    ['match', { text: '' }],
    ['match', { text: '', settings: { sensitivity: 'broad', interfaceLanguage: 'zh-TW' } }],
    ['match', { text: 'x'.repeat(200_000) }],
    ['card', { item: 'clause.x' }],
    ['save', samplePassage()],
    ['save', samplePassage({ match: null })],
    ['unsave', { id: 'a' }],
    ['savedOn', { address: 'file:///a.html' }],
    ['pageChanged', { state: 'ready', count: 0 }],
    ['stepOn', { by: -1, opens: true, hasLeft: false }],
    ['mute', { item: 'x', where: 'site', muted: true }],
    ['topics', { items: [] }],
    ['topicNames', { topics: ['subject:x'] }],
    ['titles', { items: ['x'] }],
    ['coverage', null],
    ['gates', null],
    ['texts', null],
    ['savePage', { tabId: 1 }],
    ['openReadingList', null],
  ])('pass: %s', (name, request) => {
    expect(checkBackgroundRequest(name, request)).toBeNull();
  });

  it.each([
    ['match', { text: 'x'.repeat(200_001) }, 'text'],
    ['match', { text: 7 }, 'text'],
    ['match', { text: '', settings: { sensitivity: 'all', interfaceLanguage: 'en' } }, 'settings'],
    ['match', null, ''],
    ['card', { item: 'x'.repeat(201) }, 'item'],
    ['card', { item: '' }, 'item'],
    ['save', { ...samplePassage(), selector: null }, 'selector'],
    [
      'save',
      { ...samplePassage(), page: { ...samplePassage().page, address: 'x' } },
      'page.address',
    ],
    ['save', { ...samplePassage(), selector: { ...samplePassage().selector, end: 3 } }, 'selector'],
    ['pageChanged', { state: 'ready', count: -1 }, 'count'],
    ['pageChanged', { state: 'ready', count: 1.5 }, 'count'],
    ['stepOn', { by: 0, opens: true, hasLeft: false }, 'by'],
    ['mute', { item: 'x', where: 'there', muted: true }, 'where'],
    ['topicNames', { topics: [''] }, 'topics.0'],
    ['coverage', {}, ''],
    ['toString', null, 'not known'],
    ['nothing', null, 'not known'],
  ])('are refused: %s %j names %s', (name, request, field) => {
    expect(checkBackgroundRequest(name, request)).toContain(field);
  });
});

describe('requests to a page', () => {
  it.each([
    ['view', null],
    ['place', null],
    ['open', { index: 0 }],
    ['step', { by: -1 }],
    ['enter', { by: 1, opens: false }],
    ['leave', null],
    ['tally', null],
    ['notice', { text: 'Saved.' }],
  ])('pass: %s %j', (name, request) => {
    expect(checkPageRequest(name, request)).toBeNull();
  });

  it.each([
    ['view', { x: 1 }],
    ['open', { index: -1 }],
    ['open', null],
    ['step', { by: 2 }],
    ['enter', { by: 0, opens: false }],
    ['leave', {}],
    ['notice', { text: 'x'.repeat(501) }],
  ])('are refused: %s %j', (name, request) => {
    expect(checkPageRequest(name, request)).toEqual(expect.any(String));
  });
});
