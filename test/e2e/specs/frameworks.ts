import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import { type BuiltApp, buildApp, FRAMEWORKS, type Framework } from '../frameworks/build-app.ts';
import { textsAt } from '../frameworks/content.ts';
import type { BrowserUnderTest, PageUnderTest } from '../support/browser-under-test.ts';
import { setSetting } from '../support/own-pages.ts';
import { folded, until } from '../support/waiting.ts';

const WORDS = 'mutual equality and mutual respect';
/** Marks of the clause at each step that is shown (see `content.ts`), in this order. */
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
/** Gathers what the frameworks complain of in the console. */
const GATHER =
  '<script>window.complaints = []; for (const kind of ["error", "warn"]) console[kind] = (...words) => complaints.push(words.join(" "));</script>';
const TEXTS = '[...document.querySelectorAll("#app p")].map((p) => p.textContent)';
const ELEMENTS =
  '[...document.querySelectorAll("mark[data-parallax=clause]")].map((m) => m.textContent).join("")';

/** Apps of four frameworks under the extension, in one browser: hydrated, changed and moved. */
export function describeFrameworks(start: () => Promise<BrowserUnderTest>): void {
  describe('apps that render their pages anew', () => {
    let browser: BrowserUnderTest;
    let server: PageServer;
    const apps = new Map<string, BuiltApp>();

    beforeAll(async () => {
      for (const framework of FRAMEWORKS) apps.set(framework, await buildApp(framework));
      server = await servePages((path) => {
        const [, name = '', kind = ''] = /^\/(\w+)(\.html|-alive\.html|\.js)$/u.exec(path) ?? [];
        const app = apps.get(name);
        if (!app) return null;
        if (kind === '.js') return { type: 'text/javascript', body: app.script };
        const start = kind === '-alive.html' ? '<script>hydrate()</script>' : '';
        return {
          type: 'text/html; charset=utf-8',
          body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>China and Russia</title>${GATHER}</head><body>${app.html}<script src="/${name}.js"></script>${start}</body></html>`,
        };
      });
      browser = await start();
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    /** Opens a page; its console complains of nothing until it is closed. */
    async function visit(path: string, run: (app: PageUnderTest) => Promise<void>): Promise<void> {
      const app = await browser.open(server.origin + path);
      try {
        await app.toFront();
        await run(app);
        expect(app.errors()).toEqual([]);
        expect(await app.evaluate('complaints')).toEqual([]);
      } finally {
        await app.close();
      }
    }

    /** Goes through all steps: each shows its text and nothing else, before and after it is marked. */
    async function walk(
      app: PageUnderTest,
      marked: (count: number) => Promise<void>,
      steps = STEPS,
    ): Promise<void> {
      for (const [step, count] of steps) {
        await app.evaluate(`(setStep(${step}), true)`);
        const wanted = JSON.stringify(textsAt(step));
        let shown = '';
        await until(`the text of step ${step}`, async () => {
          shown = JSON.stringify(await app.evaluate(TEXTS));
          return shown === wanted ? true : null;
        }).catch((cause: unknown) => {
          throw new Error(`Step ${step} shows ${shown}`, { cause });
        });
        // A reader at work: what changes is read within a second.
        await app.click(2, 2);
        await marked(count);
        expect(await app.evaluate<string[]>(TEXTS)).toEqual(textsAt(step));
      }
    }

    test.each(FRAMEWORKS)(
      '%s: hydration, changes and moves meet our marks and leave them right',
      (framework: Framework) =>
        visit(`/${framework}.html`, async (app) => {
          const marked = async (count: number) => {
            let seen: string[] = [];
            await until(`${count} marks`, async () => {
              const marks = (await app.marks()).filter(({ name }) => name === 'clause');
              seen = marks.map(({ text }) => folded(text));
              return seen.length === count && seen.every((text) => text.includes(WORDS))
                ? true
                : null;
            }).catch((error: unknown) => {
              throw new Error(`${framework} shows ${JSON.stringify(seen)}`, { cause: error });
            });
          };
          await marked(1);
          await app.evaluate('(globalThis.first = document.querySelector("#app b"), true)');
          const before = await app.evaluate<string>('document.querySelector("#app").textContent');
          await app.evaluate(
            '(hydrate(), new Promise((done) => setTimeout(done, 200)).then(() => true))',
          );
          expect(await app.evaluate<string>('document.querySelector("#app").textContent')).toBe(
            before,
          );
          // Hydrated, not rendered anew: the server's elements live on.
          expect(await app.evaluate('first.isConnected')).toBe(true);
          await marked(1);
          await walk(app, marked);
        }),
    );

    test.each(FRAMEWORKS)(
      '%s: changes and moves meet marks that are elements, and no word of them is left behind',
      async (framework: Framework) => {
        await setSetting(browser, 'marks', 'elements');
        try {
          await visit(`/${framework}-alive.html`, async (app) => {
            const marked = async (count: number) => {
              await until(`${count} marks as elements`, async () => {
                const text = folded(await app.evaluate<string>(ELEMENTS));
                return text.split(WORDS).length - 1 === count ? true : null;
              });
            };
            await marked(1);
            await walk(app, marked);
          });
        } finally {
          await setSetting(browser, 'marks', 'automatic');
        }
      },
    );
  });
}
