import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type PageServer,
  type ServedPage,
  servePages,
} from '../../../scripts/serve/page-server.ts';
import type { BrowserUnderTest, PageUnderTest } from '../support/browser-under-test.ts';
import { folded, pause, until } from '../support/waiting.ts';

export const OPENING = '<p>Moscow and Beijing met again. Russia and China signed nothing.</p>';
const WORDS = 'mutual equality and mutual respect';
const QUOTED = `The Russian side said that Russia-China relations are built on the basis of ${WORDS}, in Moscow.`;
export const paragraph = (id: string): string => `<p id="${id}">${QUOTED}</p>`;

const page = (body: string, head = ''): ServedPage => ({
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Talks</title>${head}</head><body>${body}</body></html>`,
});

export const LIVING_PAGES: Readonly<Record<string, ServedPage>> = {
  '/live.html': page(`${OPENING}<div id="feed">${paragraph('old')}</div>`),
  '/tabs.html': page(
    `${OPENING}<button onclick="panel.className='open'">Tab</button><div id="panel">${paragraph('tab')}</div><details><summary>More</summary>${paragraph('more')}</details><div id="found" hidden="until-found">${paragraph('until')}</div>`,
    '<style>#panel { display: none } #panel.open { display: block }</style>',
  ),
  '/styles.html': page(
    `${OPENING}<div id="seen">${paragraph('visible')}</div><div id="laid">${paragraph('content')}</div><div id="shut">${paragraph('sheet')}</div><dialog id="box">${paragraph('dialog')}</dialog><div id="pop" popover>${paragraph('popover')}</div>`,
    '<style>.a #seen { visibility: hidden } .a #laid { content-visibility: hidden }</style><style id="extra">#shut { display: none }</style><script>document.documentElement.className = "a b"</script>',
  ),
  '/inline.html': page(
    `${OPENING}<p id="tags">relations are built on the basis of <b>mu</b>tual <i>equal<a href="#x">ity</a></i><sup>[1]</sup> and mutual<br>re&shy;spect, he said</p>
     <p id="ruby">中俄关系：<ruby>相<rt>xiāng</rt></ruby>互尊重</p>
     <table><tr><td id="cell">${QUOTED}</td><td>Other</td></tr></table>
     <p id="cap"><span style="float:left;font-size:3em">T</span>${QUOTED.slice(1)}</p>`,
  ),
  '/subtitles.html': page(
    `${OPENING}${paragraph('kept')}<div id="subtitle">One</div><script>let n = 0; setInterval(() => { subtitle.textContent = 'Line ' + n++ }, 100)</script>`,
  ),
  '/design.html': page(
    `${OPENING}${paragraph('edited')}<script>document.designMode = 'on'</script>`,
  ),
  '/frames.html': page(
    `<p>Frames.</p><iframe id="sandboxed" sandbox src="/live.html"></iframe>
     <iframe id="sourced" srcdoc="${OPENING}${paragraph('inner').replaceAll('"', '&quot;')}"></iframe>
     <iframe id="written"></iframe><script>written.contentDocument.body.innerHTML = ${JSON.stringify(OPENING + paragraph('w'))}</script>`,
  ),
  '/strict.xhtml': {
    type: 'application/xhtml+xml',
    body: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>${OPENING}${paragraph('x')}</body></html>`,
  },
  '/else.html': page('<p>Tomatoes like sun.</p>'),
};

/** Ids of the elements in which marks begin, in the order of the document. */
const MARKED = `[...CSS.highlights].filter(([name]) => name.startsWith('parallax-') && name !== 'parallax-current')
  .flatMap(([, highlight]) => [...highlight])
  .filter((range) => String(range).trim() !== '')
  .map(({ startContainer }) => startContainer.parentElement.closest('[id]')?.id ?? '')`;

/** Waits until exactly the elements with these ids hold marks. */
export async function marked(page: PageUnderTest, ...ids: readonly string[]): Promise<void> {
  let last: unknown = null;
  await until(`marks in ${ids.join(', ')}`, async () => {
    last = [...new Set(await page.evaluate<string[]>(MARKED))].sort();
    return JSON.stringify(last) === JSON.stringify([...ids].sort()) ? true : null;
  }).catch((error: unknown) => {
    throw new Error(`Marked: ${JSON.stringify(last)}`, { cause: error });
  });
}

export const run = (page: PageUnderTest, script: string): Promise<unknown> =>
  page.evaluate(`(() => { ${script}; return true })()`);

/** A real click on the first element that a selector finds. */
async function press(page: PageUnderTest, selector: string): Promise<void> {
  const { x, y } = await page.evaluate<{ x: number; y: number }>(
    `(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`,
  );
  await page.click(x, y);
}

/** Text that comes, goes and is brought to sight, in one browser. */
export function describeLivingPages(start: () => Promise<BrowserUnderTest>): void {
  describe('pages that live', () => {
    let browser: BrowserUnderTest;
    let server: PageServer;

    beforeAll(async () => {
      server = await servePages((path) => LIVING_PAGES[path] ?? null);
      browser = await start();
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    async function visit(
      path: string,
      test: (page: PageUnderTest) => Promise<void>,
    ): Promise<void> {
      const visited = await browser.open(server.origin + path);
      try {
        await test(visited);
        expect(visited.errors()).toEqual([]);
      } finally {
        await visited.close();
      }
    }

    test('marks what a live blog puts first and an endless page puts last', () =>
      visit('/live.html', async (live) => {
        await marked(live, 'old');
        await run(
          live,
          `feed.insertAdjacentHTML('afterbegin', ${JSON.stringify(paragraph('new'))})`,
        );
        await marked(live, 'old', 'new');
        await run(
          live,
          `feed.insertAdjacentHTML('beforeend', ${JSON.stringify(paragraph('late'))})`,
        );
        await marked(live, 'old', 'new', 'late');
        await run(live, 'document.querySelector("#new").remove()');
        await marked(live, 'old', 'late');
      }));

    test('anchors marks anew where the page replaces text by the same text', () =>
      visit('/live.html', async (live) => {
        await marked(live, 'old');
        await run(live, 'old.innerHTML = old.innerHTML');
        await marked(live, 'old');
        await run(live, 'feed.innerHTML = feed.innerHTML; feed.normalize()');
        await marked(live, 'old');
        const [mark] = (await live.marks()).filter(({ name }) => name === 'clause');
        expect(folded(mark?.text ?? '')).toContain(WORDS);
      }));

    test('marks text that a tab, a details element or a search brings to sight', () =>
      visit('/tabs.html', async (tabs) => {
        await pause(1200);
        expect(await tabs.evaluate(MARKED)).toEqual([]);
        await press(tabs, 'button');
        await marked(tabs, 'tab');
        await press(tabs, 'summary');
        await marked(tabs, 'tab', 'more');
        await run(tabs, 'found.removeAttribute("hidden")');
        await marked(tabs, 'tab', 'more', 'until');
      }));

    test('marks what a class on an ancestor, a style sheet, a dialog or a popover brings to sight', () =>
      visit('/styles.html', async (styled) => {
        await pause(1500);
        expect(await styled.evaluate(MARKED)).toEqual([]);
        await run(styled, 'document.documentElement.className = "b"');
        await marked(styled, 'visible', 'content');
        await run(styled, 'extra.disabled = true');
        await marked(styled, 'visible', 'content', 'sheet');
        await run(styled, 'box.showModal()');
        await marked(styled, 'visible', 'content', 'sheet', 'dialog');
        await run(styled, 'pop.showPopover()');
        await marked(styled, 'visible', 'content', 'sheet', 'dialog', 'popover');
      }));

    test('reads words over inline elements, line breaks, soft hyphens, ruby, cells and drop caps', () =>
      visit('/inline.html', async (inline) => {
        const texts = async () =>
          (await inline.marks()).map(({ text }) => folded(text.replaceAll('\u00ad', '')));
        await expect
          .poll(async () => (await texts()).filter((text) => text.includes('equality')).length)
          .toBe(3);
        await expect.poll(() => inline.evaluate<string[]>(MARKED)).toContain('cell');
        await expect.poll(() => inline.evaluate<string[]>(MARKED)).toContain('cap');
        expect((await texts()).join()).not.toContain('xiāng');
      }));

    test('keeps its marks, and its peace, beside subtitles', () =>
      visit('/subtitles.html', async (subtitled) => {
        await marked(subtitled, 'kept');
        await pause(2500);
        await marked(subtitled, 'kept');
      }));

    test('reads nothing where the whole page is an editor', () =>
      visit('/design.html', async (edited) => {
        await pause(1500);
        expect(await edited.evaluate(MARKED)).toEqual([]);
      }));

    test('reads XHTML', () => visit('/strict.xhtml', (strict) => marked(strict, 'x')));

    test('marks the pages of an app that builds them late, and forgets those it left', () =>
      visit('/else.html', async (app) => {
        for (let round = 0; round < 4; round += 1) {
          const html = round % 2 === 0 ? OPENING + paragraph(`r${round}`) : '<p>Tomatoes</p>';
          await run(
            app,
            `history.pushState(null, '', '/page${round}'); document.body.innerHTML = '';
           setTimeout(() => { document.body.innerHTML = ${JSON.stringify(html)} }, 300)`,
          );
          if (round % 2 === 0) await marked(app, `r${round}`);
          else await marked(app);
        }
      }));
  });
}
