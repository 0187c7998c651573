import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import { SAMPLE_FILE } from '../../../scripts/serve/sample-page.ts';
import type { PageView } from '../../../utils/messages.ts';
import type { BrowserUnderTest, PageUnderTest } from '../support/browser-under-test.ts';
import { pageView } from '../support/own-pages.ts';
import {
  clickButton,
  clickMark,
  folded,
  markAt,
  noCard,
  openCard,
  settledEmptiness,
  settledMarks,
  until,
} from '../support/waiting.ts';

/** What is drawn on the sample article: words, how, and the least share of the mark that they make up. */
const DRAWN: readonly [string, string, number][] = [
  [
    'Russia-China relations are built on the basis of mutual equality and mutual respect',
    'clause',
    0.98,
  ],
  [
    'are not directed against third parties, and are not affected by any particular temporary matter',
    'clause',
    0.98,
  ],
  [
    'resolutely safeguard the international system with the UN at its core and the international order based on international law',
    'clause',
    0.98,
  ],
  [
    'Imposing high tariffs defies common sense, is also illegal, and will only backfire',
    'clause',
    0.98,
  ],
  ['the world has entered a new period of turbulence and transformation', 'clause', 0.98],
  ['堅決維護以聯合國為核心的國際體系和以國際法為基礎的國際秩序', 'clause', 0.95],
  ['junior partner', 'framing', 0.7],
  ['marriage of convenience', 'framing', 0.7],
];

/** Matches by item and degree, wherever their exact ends lie. */
const FOUND: readonly [string, string][] = [
  ['readout-putin-2025-mutual-equality', 'verbatim'],
  ['readout-putin-2025-tariffs-backfire', 'verbatim'],
  ['press-xi-2025-un-centred-system', 'verbatim'],
  ['readout-xi-2025-wwii-view-and-outcomes', 'partial'],
  ['readout-putin-2025-one-china', 'partial'],
];

const ARTICLE = '/article.html';
const ELSEWHERE = '/gardening.html';
const EQUALITY = 'mutual equality and mutual respect';

/** The page's own copy of itself, taken before any content script runs. */
const BEFORE = `<script>
  addEventListener('DOMContentLoaded', () => {
    window.before = new XMLSerializer().serializeToString(document);
  });
</script></head>`;

/** The main job, as a reader does it, in one browser. The tests build on one another, in order. */
export function describeMainJob(start: () => Promise<BrowserUnderTest>): void {
  describe('a reader on a page about China and Russia', () => {
    let browser: BrowserUnderTest;
    let server: PageServer;
    let article: PageUnderTest;

    beforeAll(async () => {
      const body = readFileSync(SAMPLE_FILE, 'utf8').replace('</head>', BEFORE);
      server = await servePages((path) => {
        if (path === ARTICLE) return { type: 'text/html; charset=utf-8', body };
        if (path === ELSEWHERE) return { type: 'text/html; charset=utf-8', body: GARDENING };
        return null;
      });
      browser = await start();
      article = await browser.open(server.origin + ARTICLE);
      await settledMarks(article);
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    test.each(DRAWN)('sees “%s” highlighted as a %s', async (words, kind, share) => {
      const mark = markAt(await article.marks(), words);
      expect(mark?.name).toBe(kind);
      expect(words.length / folded(mark?.text ?? '').length).toBeGreaterThanOrEqual(share);
    });

    test('is told by the page’s view what was found and how', async () => {
      const view = await pageView(browser, article);
      expect(view.state).toBe('ready');
      const found = view.matches.map(({ item, degree }) => [item, degree]);
      expect(found).toEqual(expect.arrayContaining(FOUND.map((pair) => [...pair])));
    });

    test('opens a card by a click: original, translation, speaker and date', async () => {
      await clickMark(article, EQUALITY);
      const card = await openCard(article);
      expect(card.text).toContain('Official wording');
      expect(card.text).toContain('quoted in full');
      expect(card.text).toContain('俄中关系建立在相互平等、相互尊重基础上');
      expect(card.text).toContain('Vladimir Putin');
      expect(card.text).toContain('8 May 2025');
    });

    test('reads the competing framings on the card’s second layer, with who holds them', async () => {
      await clickButton(article, /^More$/u);
      const card = await until('the second layer', async () => {
        const open = await openCard(article);
        return open.text.includes('Is it a partnership of equals?') ? open : null;
      });
      expect(card.text).toContain('Partnership of equals');
      expect(card.text).toContain('Russia as junior partner');
      expect(card.text).toContain('NEST Centre');
    });

    test('saves the passage from the card, and closes the card by Escape', async () => {
      await clickButton(article, /^Save passage$/u);
      await until('the word “Saved”', async () =>
        /Saved/u.test((await openCard(article)).text) ? true : null,
      );
      await article.press('Escape');
      await noCard(article);
    });

    test('finds the saved passage in the reading list', async () => {
      expect(await readList(browser)).toContain(EQUALITY);
    });

    test('finds it there again after the browser was restarted, and on the page', async () => {
      await browser.restart();
      expect(await readList(browser)).toContain(EQUALITY);
      article = await browser.open(server.origin + ARTICLE);
      await until('the saved passage marked on the page', async () =>
        (await article.marks()).some(
          ({ name, text }) => name === 'saved' && text.includes(EQUALITY),
        )
          ? true
          : null,
      );
    });

    test('walks to a highlight and opens it by keyboard', async () => {
      await settledMarks(article);
      await article.press('ArrowRight', ['Alt', 'Shift']);
      await article.press('Enter', ['Alt', 'Shift']);
      expect((await openCard(article)).text).not.toBe('');
      await article.press('Escape');
      await noCard(article);
    });

    test('opens a link inside a highlight by a click on it, not the card', async () => {
      const rect = await article.evaluate<{ x: number; y: number }>(`(() => {
        const link = document.querySelector('a[href="#order"]');
        link.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, height } = link.getClientRects()[0];
        return { x: x + 20, y: y + height / 2 };
      })()`);
      await article.click(rect.x, rect.y);
      await until('the address of the link', async () =>
        (await article.evaluate<string>('location.hash')) === '#order' ? true : null,
      );
      await noCard(article);
    });

    test('sees nothing on a page about something else', async () => {
      const other = await browser.open(server.origin + ELSEWHERE);
      const view = await until('a page that was read', async () => {
        const seen = await pageView(browser, other);
        return seen.state === 'reading' ? null : seen;
      });
      expect(view.state).toBe('off-subject');
      expect(await other.marks()).toEqual([]);
      expect(other.errors()).toEqual([]);
      await other.close();
    });

    test('switches the site off in the popup: the highlights go, and the page is as it was', async () => {
      await article.navigate(`${server.origin}${ARTICLE}`);
      await settledMarks(article);
      await clickMark(article, EQUALITY);
      await openCard(article);
      await flipSiteSwitch(browser, article);
      await settledEmptiness(article);
      await noCard(article);
      const same = 'new XMLSerializer().serializeToString(document) === window.before';
      expect(await article.evaluate<boolean>(same)).toBe(true);
      expect(await article.evaluate<number>('document.adoptedStyleSheets.length')).toBe(0);
      expect((await pageView(browser, article)).state).toBe('off-here');
    });

    test('switches it on again: the highlights come back without a reload', async () => {
      await flipSiteSwitch(browser, article);
      const marks = await settledMarks(article);
      expect(markAt(marks, EQUALITY)).not.toBeNull();
    });

    test('asks no host for anything but the pages that were opened', () => {
      expect(browser.foreignRequests()).toEqual([]);
      expect([...new Set(server.requests)].sort()).toEqual([ARTICLE, ELSEWHERE].sort());
    });

    test('meets no error on the page', () => {
      expect(article.errors()).toEqual([]);
    });

    test('would be seen asking another host: the watch itself works', async () => {
      const asking = 'fetch("http://elsewhere.example/").then(() => true, () => true)';
      await article.evaluate(asking);
      expect(browser.foreignRequests().join()).toContain('elsewhere.example');
    });
  });
}

async function readList(browser: BrowserUnderTest): Promise<string> {
  const list = await browser.openOwn('reading-list.html');
  const text = await until('a reading list with entries', async () => {
    const words = await list.evaluate<string>('document.body.innerText');
    return words.includes('mutual') ? folded(words) : null;
  });
  await list.close();
  return text;
}

async function flipSiteSwitch(browser: BrowserUnderTest, page: PageUnderTest): Promise<PageView> {
  const popup = await browser.openOwn('popup.html', page);
  await until('the switch in the popup', () =>
    popup.evaluate<true | null>(`(() => {
      const here = document.querySelector('[role="switch"]:not([disabled])');
      here?.click();
      return here ? true : null;
    })()`),
  );
  const view = await until('the page to follow its switch', () => pageView(browser, page));
  await popup.close();
  return view;
}

const GARDENING = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
<title>Beds</title><p>Our junior partner in the allotment, a partnership of equals, says that tomatoes
need a new period of turbulence and transformation before the frost.</p></html>`;
