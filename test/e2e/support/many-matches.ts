import type { Chromium, ChromiumPage } from './chromium.ts';
import { clickMark, noCard, openCard, pause, until } from './waiting.ts';

/** Quotations on the page of `manyMatchesPage`. */
export const MATCHES = 2_000;

const SENTENCES = [
  'Officials of Russia and China say that “Russia-China relations are built on the basis of mutual equality and mutual respect”.',
  'The two sides “are not directed against third parties, and are not affected by any particular temporary matter”, they said in Moscow.',
  'Beijing asked to “resolutely safeguard the international system with the UN at its core and the international order based on international law”.',
];

/** An article that quotes once a paragraph. */
export function manyMatchesPage(): string {
  const paragraphs = Array.from(
    { length: MATCHES },
    (_, at) =>
      `<p>Paragraph ${at + 1}. ${SENTENCES[at % SENTENCES.length]} So much for <b>that</b>.</p>`,
  );
  return `<!doctype html><title>Talks of Russia and China</title><main>${paragraphs.join('')}</main>`;
}

/** How many highlights stand on the page. */
export const highlightsOn = (page: ChromiumPage): Promise<number> =>
  page.evaluate<number>('[...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)');

/** What a reader does with such a page, open in front. Each throws where what is to come of it does not. */
type Use = (browser: Chromium, page: ChromiumPage) => Promise<void>;

const read: Use = async (_, page) => {
  await page.navigate(page.page.url());
  const all = async () => ((await highlightsOn(page)) >= MATCHES ? true : null);
  await until('all highlights', all, 60_000);
  await pause(800);
};

const scroll: Use = async (_, page) => {
  const place = () => page.evaluate<number>('scrollY');
  for (const by of [2_000, -2_000]) {
    const before = await place();
    for (let turn = 0; turn < 20; turn += 1) {
      await page.page.mouse.move(200 + turn * 10, 300);
      await page.page.mouse.wheel(0, by);
      await pause(30);
    }
    await until('the page to scroll', async () => ((await place()) === before ? null : true));
  }
  await pause(300);
};

/** The panel beside the page shows another part of its list each time the page is scrolled on. */
const follow: Use = async (browser, page) => {
  await page.evaluate("(scrollTo({ top: 0, behavior: 'instant' }), true)");
  const panel = await browser.openOwn('sidepanel.html', page);
  await page.toFront();
  const place = () =>
    panel.evaluate<number | null>("document.querySelector('.found')?.scrollTop ?? null");
  await until('the list in the panel', async () =>
    (await panel.page.locator('.match').count()) > 0 ? true : null,
  );
  for (let turn = 0; turn < 8; turn += 1) {
    const before = await place();
    await page.page.mouse.wheel(0, 4_000);
    await until('the panel to follow', async () => ((await place()) === before ? null : true));
    await pause(250);
  }
  await panel.close();
  await page.evaluate("(scrollTo({ top: 0, behavior: 'instant' }), true)");
  await page.toFront();
};

const walk: Use = async (_, page) => {
  await clickMark(page, 'mutual equality');
  let shown = (await openCard(page)).text;
  for (let step = 0; step < 6; step += 1) {
    await page.press('ArrowRight', ['Alt', 'Shift']);
    await until('the next card', async () => {
      const { text } = await openCard(page);
      if (text === shown) return null;
      shown = text;
      return true;
    });
    await pause(150);
  }
  await page.press('Escape');
  await noCard(page);
};

const grow: Use = async (_, page) => {
  const before = await highlightsOn(page);
  await page.evaluate(`(() => {
    const late = document.createElement('p');
    late.textContent = ${JSON.stringify(SENTENCES[0])};
    document.querySelector('main').prepend(late);
    return true;
  })()`);
  await until('its highlight', async () => ((await highlightsOn(page)) > before ? true : null));
  await pause(500);
};

const resize: Use = async (_, page) => {
  for (const width of [900, 640, 1280]) {
    await page.page.setViewportSize({ width, height: 800 });
    await pause(200);
  }
  await page.page.emulateMedia({ colorScheme: 'dark' });
  await pause(300);
  await page.page.emulateMedia({ colorScheme: null });
  await pause(300);
};

export const USES = {
  'is read and painted': read,
  'is scrolled, the pointer over it': scroll,
  'is followed by the panel': follow,
  'opens a card, and goes on from match to match': walk,
  'takes in new text': grow,
  'has its window’s size and colours changed': resize,
} satisfies Readonly<Record<string, Use>>;
