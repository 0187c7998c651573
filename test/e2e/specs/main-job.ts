import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SAMPLE_FILE } from '../../../scripts/serve/sample-page.ts';
import type { PageView } from '../../../utils/messages.ts';
import type { BrowserUnderTest, PageUnderTest } from '../support/browser-under-test.ts';
import { pageView, setSetting } from '../support/own-pages.ts';
import { shareArticle } from '../support/shared-browser.ts';
import {
  awaitMark,
  clickButton,
  clickMark,
  closeCard,
  drawn,
  folded,
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
    const body = readFileSync(SAMPLE_FILE, 'utf8').replace('</head>', BEFORE);
    const pages: Readonly<Record<string, string>> = { [ARTICLE]: body, [ELSEWHERE]: GARDENING };
    const shared = shareArticle(start, (path) => pages[path] ?? null, ARTICLE);

    /** Opens the card anew, whatever is open. */
    async function openAnew(): Promise<string> {
      await closeCard(shared.article);
      await awaitMark(shared.article, EQUALITY);
      await clickMark(shared.article, EQUALITY);
      return (await openCard(shared.article)).text;
    }

    test.each(DRAWN)('sees “%s” highlighted as a %s', async (words, kind, share) => {
      const mark = await awaitMark(shared.article, words);
      expect(mark.name).toBe(kind);
      expect(words.length / folded(mark.text).length).toBeGreaterThanOrEqual(share);
    });

    test('is told by the page’s view what was found and how', async () => {
      const view = await pageView(shared.browser, shared.article);
      expect(view.state).toBe('ready');
      const found = view.matches.map(({ item, degree }) => [item, degree]);
      expect(found).toEqual(expect.arrayContaining(FOUND.map((pair) => [...pair])));
    });

    test('opens a card by a click: original, translation, speaker and date', async () => {
      const card = await openAnew();
      expect(card).toContain('Official wording');
      expect(card).toContain('quoted in full');
      expect(card).toContain('俄中关系建立在相互平等、相互尊重基础上');
      expect(card).toContain('Vladimir Putin');
      expect(card).toContain('8 May 2025');
    });

    test('reads the competing framings on the card’s second layer, with who holds them', async () => {
      await openAnew();
      await clickButton(shared.article, /^More$/u);
      const card = await until('the second layer', async () => {
        const open = await openCard(shared.article);
        return open.text.includes('Is it a partnership of equals?') ? open : null;
      });
      expect(card.text).toContain('Partnership of equals');
      expect(card.text).toContain('Russia as junior partner');
      expect(card.text).toContain('NEST Centre');
    });

    test('saves the passage from the card, and closes the card by Escape', async () => {
      // Tried again, it may have been saved before.
      if (!/Saved/u.test(await openAnew())) await clickButton(shared.article, /^Save passage$/u);
      await until('the word “Saved”', async () =>
        /Saved/u.test((await openCard(shared.article)).text) ? true : null,
      );
      await shared.article.press('Escape');
      await noCard(shared.article);
    });

    test('finds the saved passage in the reading list', async () => {
      expect(await readList(shared.browser)).toContain(EQUALITY);
    });

    test('finds it there again after the browser was restarted, and on the page', async () => {
      await shared.browser.restart();
      expect(await readList(shared.browser)).toContain(EQUALITY);
      shared.article = await shared.browser.open(shared.server.origin + ARTICLE);
      await until('the saved passage marked on the page', async () =>
        (await shared.article.marks()).some(
          ({ name, text }) => name === 'saved' && text.includes(EQUALITY),
        )
          ? true
          : null,
      );
    });

    test('walks to a highlight and opens it by keyboard', async () => {
      await settledMarks(shared.article);
      await closeCard(shared.article);
      await shared.article.press('ArrowRight', ['Alt', 'Shift']);
      await shared.article.press('Enter', ['Alt', 'Shift']);
      expect((await openCard(shared.article)).text).not.toBe('');
      await shared.article.press('Escape');
      await noCard(shared.article);
    });

    test('opens a link inside a highlight by a click on it, not the card', async () => {
      await shared.article.navigate(shared.server.origin + ARTICLE);
      await settledMarks(shared.article);
      const rect = await shared.article.evaluate<{ x: number; y: number }>(`(() => {
        const link = document.querySelector('a[href="#order"]');
        link.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, height } = link.getClientRects()[0];
        return { x: x + 20, y: y + height / 2 };
      })()`);
      await drawn(shared.article);
      await shared.article.click(rect.x, rect.y);
      await until('the address of the link', async () =>
        (await shared.article.evaluate<string>('location.hash')) === '#order' ? true : null,
      );
      await noCard(shared.article);
    });

    test('sees nothing on a page about something else', async () => {
      const other = await shared.browser.open(shared.server.origin + ELSEWHERE);
      const view = await until('a page that was read', async () => {
        const seen = await pageView(shared.browser, other);
        return seen.state === 'reading' ? null : seen;
      });
      expect(view.state).toBe('off-subject');
      expect(await other.marks()).toEqual([]);
      expect(other.errors()).toEqual([]);
      await other.close();
    });

    test('switches the site off in the popup: the highlights go, and the page is as it was', async () => {
      await shared.article.navigate(`${shared.server.origin}${ARTICLE}`);
      await openAnew();
      await flipSiteSwitch(shared.browser, shared.article);
      await settledEmptiness(shared.article);
      await noCard(shared.article);
      const same = 'new XMLSerializer().serializeToString(document) === window.before';
      await expect.poll(() => shared.article.evaluate<boolean>(same)).toBe(true);
      expect(await shared.article.evaluate<number>('document.adoptedStyleSheets.length')).toBe(0);
      expect((await pageView(shared.browser, shared.article)).state).toBe('off-here');
    });

    test('switches it on again: the highlights come back without a reload', async () => {
      // Tried again, it starts with everything switched on.
      await setSetting(shared.browser, 'sitesOff', ['127.0.0.1']);
      await settledEmptiness(shared.article);
      await flipSiteSwitch(shared.browser, shared.article);
      await awaitMark(shared.article, EQUALITY);
    });

    test('asks no host for anything but the pages that were opened', () => {
      expect(shared.browser.foreignRequests()).toEqual([]);
      expect([...new Set(shared.server.requests)].sort()).toEqual([ARTICLE, ELSEWHERE].sort());
    });

    test('meets no error on the page', () => {
      expect(shared.article.errors()).toEqual([]);
    });

    test('would be seen asking another host: the watch itself works', async () => {
      const asking = 'fetch("http://elsewhere.example/").then(() => true, () => true)';
      await shared.article.evaluate(asking);
      expect(shared.browser.foreignRequests().join()).toContain('elsewhere.example');
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
