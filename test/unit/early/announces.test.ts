// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  announces,
  headIsRead,
  openingIsRead,
  opensWith,
} from '../../../entrypoints/early.content/announces.ts';
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

describe('the opening of a page', () => {
  const paragraphs = (count: number) => '<p>Roses.</p>'.repeat(count);
  const opening = (markup: string): boolean => {
    document.body.innerHTML = markup;
    return opensWith(document, GATES);
  };
  afterEach(() => {
    document.body.innerHTML = '';
  });

  it('is on the subject where a heading or one of the first paragraphs names it', () => {
    expect(opening('<h1>China and Russia meet</h1>')).toBe(true);
    expect(opening(`${paragraphs(8)}<p>China</p><p>Russia</p>`)).toBe(true);
    head('<title>In China</title>');
    expect(opening('<article><p>A visitor from <b>Russia</b>.</p></article>')).toBe(true);
  });

  it('is not where it is named later, or elsewhere', () => {
    expect(opening(`${paragraphs(10)}<p>China, Russia</p>`)).toBe(false);
    expect(opening('<nav><a>China</a><a>Russia</a></nav><p>Roses.</p>')).toBe(false);
    expect(opening(`<p>China ${'x'.repeat(2000)} Russia</p>`)).toBe(false);
    expect(opening('')).toBe(false);
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
    document.body.innerHTML = '';
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

  /** Whether the opening has been read, in the end and so far. */
  function awaitOpening(): { read: Promise<void>; isRead: () => boolean } {
    let isRead = false;
    const read = openingIsRead(document).then(() => {
      isRead = true;
    });
    return { read, isRead: () => isRead };
  }
  const end = () => {
    isLoading = false;
    document.dispatchEvent(new Event('readystatechange'));
  };

  it('is waited for until its opening is there', async () => {
    const { read, isRead } = awaitOpening();
    for (const name of ['h1', ...Array(9).fill('p'), 'div', 'section'])
      document.body.append(document.createElement(name));
    await settle();
    expect(isRead()).toBe(false);
    document.body.append(document.createElement('p'));
    await read;
    await openingIsRead(document);
  });

  it('is waited for to its end where it has no such opening', async () => {
    document.body.innerHTML = '<p>Roses.</p>';
    const { read, isRead } = awaitOpening();
    await settle();
    expect(isRead()).toBe(false);
    end();
    await read;
    await openingIsRead(document);
  });

  it('is followed no further where it begins with very much else', async () => {
    const { read, isRead } = awaitOpening();
    document.body.innerHTML = '';
    for (let at = 0; at <= 20_000; at += 1) document.body.append('');
    await settle();
    for (let at = 0; at <= 20; at += 1) document.body.append(document.createElement('p'));
    await settle();
    expect(isRead()).toBe(false);
    end();
    await read;
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
