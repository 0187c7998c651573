// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announces, headIsRead } from '../../../entrypoints/early.content/announces.ts';
import type { Gate } from '../../../utils/match/gate.ts';

const GATES: readonly Gate[] = [
  { pack: 'test', parties: [['China'], ['Russia']], except: [], hallmarks: [] },
];

function head(markup: string): void {
  document.head.innerHTML = markup;
}

afterEach(() => head(''));

describe('what a page says of itself in its head', () => {
  it.each([
    ['its title', '<title>China and Russia meet</title>'],
    [
      'its description',
      '<title>A meeting</title><meta name="description" content="China and Russia meet.">',
    ],
    [
      'the description for other sites',
      '<meta property="og:description" content="Russia, and China too.">',
    ],
    ['its keywords', '<title>A meeting</title><meta name="keywords" content="Russia, China">'],
    [
      'its tags',
      '<meta property="article:tag" content="Russia"><meta property="article:tag" content="China">',
    ],
    [
      'title and description together',
      '<title>In China</title><meta name="description" content="A visitor from Russia.">',
    ],
  ])('announces the subject by %s', (_where, markup) => {
    head(markup);
    expect(announces(document, GATES)).toBe(true);
  });

  it.each([
    ['names one party only', '<title>China exports more</title>'],
    ['names nobody', '<title>Gardening</title><meta name="description" content="Roses.">'],
    ['names them elsewhere', '<meta name="author" content="China, Russia"><title>Roses</title>'],
    ['is empty', ''],
    [
      'names one of them far behind a thousand letters',
      `<title>China ${'x'.repeat(2000)} Russia</title>`,
    ],
  ])('announces nothing where it %s', (_what, markup) => {
    head(markup);
    expect(announces(document, GATES)).toBe(false);
  });

  it('announces nothing without gates', () => {
    head('<title>China and Russia meet</title>');
    expect(announces(document, [])).toBe(false);
  });
});

describe('a document whose head is awaited', () => {
  let isLoading = true;

  beforeEach(() => {
    isLoading = true;
    Object.defineProperty(document, 'readyState', {
      get: () => (isLoading ? 'loading' : 'interactive'),
      configurable: true,
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(document, 'readyState');
    if (document.body === null) document.documentElement.append(document.createElement('body'));
  });

  const settle = () => new Promise((resolve) => setTimeout(resolve));

  it('is waited for until its body begins', async () => {
    document.body.remove();
    let isRead = false;
    const read = headIsRead(document).then(() => {
      isRead = true;
    });
    document.documentElement.append(document.createComment('not yet'));
    await settle();
    expect(isRead).toBe(false);
    document.documentElement.append(document.createElement('body'));
    await read;
    expect(isRead).toBe(true);
  });

  it('is not waited for where the body is there', async () => {
    await headIsRead(document);
  });

  it('is not waited for where it ended without one', async () => {
    document.body.remove();
    isLoading = false;
    await headIsRead(document);
  });
});
