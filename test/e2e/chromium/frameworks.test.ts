import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import { type BuiltApp, buildApp, FRAMEWORKS, type Framework } from '../frameworks/build-app.ts';
import { type Chromium, startChromium } from '../support/chromium.ts';
import { folded, until } from '../support/waiting.ts';

const WORDS = 'mutual equality and mutual respect';
/** Marks of the clause at each step that is shown (see `content.js`), in this order. */
const STEPS: readonly [number, number][] = [
  [1, 0],
  [2, 1],
  [3, 2],
  [4, 0],
  [5, 1],
  [3, 2],
  [2, 1],
  [0, 1],
];

describe('apps that render their pages anew', () => {
  let browser: Chromium;
  let server: PageServer;
  const apps = new Map<string, BuiltApp>();

  beforeAll(async () => {
    for (const framework of FRAMEWORKS) apps.set(framework, await buildApp(framework));
    server = await servePages((path) => {
      const [, name = '', kind = ''] = /^\/(\w+)\.(html|js)$/u.exec(path) ?? [];
      const app = apps.get(name);
      if (!app) return null;
      if (kind === 'js') return { type: 'text/javascript', body: app.script };
      return {
        type: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>China and Russia</title><div id="app">${app.html}</div><script src="/${name}.js"></script></html>`,
      };
    });
    browser = await startChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test.each(FRAMEWORKS)(
    '%s: hydration, changes and moves meet our marks and leave them right',
    async (framework: Framework) => {
      const app = await browser.open('about:blank');
      const complaints: string[] = [];
      app.page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      await app.navigate(`${server.origin}/${framework}.html`);
      const marked = async (count: number) => {
        let seen: string[] = [];
        await until(`${count} marks`, async () => {
          const marks = (await app.marks()).filter(({ name }) => name === 'clause');
          seen = marks.map(({ text }) => folded(text));
          return seen.length === count && seen.every((text) => text.includes(WORDS)) ? true : null;
        }).catch((error: unknown) => {
          throw new Error(`${framework} shows ${JSON.stringify(seen)}`, { cause: error });
        });
      };
      await marked(1);
      const before = await app.evaluate<string>('document.querySelector("#app").textContent');
      await app.evaluate(
        '(hydrate(), new Promise((done) => setTimeout(done, 200)).then(() => true))',
      );
      expect(await app.evaluate<string>('document.querySelector("#app").textContent')).toBe(before);
      await marked(1);
      for (const [step, count] of STEPS) {
        await app.evaluate(`(setStep(${step}), true)`);
        // A reader at work: what changes is read within a second.
        await app.page.mouse.click(2, 2);
        await marked(count);
      }
      expect(app.errors()).toEqual([]);
      expect(complaints).toEqual([]);
      await app.close();
    },
  );
});
