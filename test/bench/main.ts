import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureBrowser } from '../../scripts/browsers/install.ts';
import { ROOT } from '../../scripts/root.ts';
import { buildExtension, OUTPUT } from '../../scripts/start/build.ts';
import { articleOf, textOf, unannounced } from './article.ts';
import { serveFiles, startBenchBrowser } from './bench-page.ts';
import { searchedByPack } from './clauses.ts';
import { measureExtension } from './measure-extension.ts';
import { measureGateIn, sectionOfGate } from './measure-gate.ts';
import { measureLength, measureSizes } from './measure-growth.ts';
import { measureHolding } from './measure-holding.ts';
import { measureOpening } from './measure-opening.ts';
import { measureSearchers } from './measure-searchers.ts';
import { barred, median, ms, type Section, tablesOf } from './report.ts';
import { unrelatedPage } from './unrelated-page.ts';

/**
 * `npm run bench`: measures what `docs/benchmarks.md` says, in real Chromium, in about ten minutes.
 * `--no-build` takes the extension as built last; `--json` prints data; `--only=NAME,…` runs parts
 * (machine, searchers, stages, length, sizes, marking, extension, opening, holding, unrelated, files).
 */
const WORDS = 10_000;
const LONG = 50_000;
const HIGHLIGHTS = 200;
const CONTENT_SCRIPT_BAR = 64 * 1024;
const INDEX = path.join(ROOT, 'public/packs/china-russia.plx');
const CONTENT_SCRIPT = path.join(ROOT, OUTPUT.chromium, 'content-scripts/annotate.js');

/** What is being done goes to the other stream, so that the tables can be kept as they are. */
const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

function isWanted(part: string): boolean {
  const only = process.argv.find((one) => one.startsWith('--only='))?.slice('--only='.length);
  return only === undefined || only.split(',').includes(part);
}

async function bench(): Promise<Section[]> {
  const { path: executable } = await ensureBrowser('chromium', say);
  if (!process.argv.includes('--no-build') || !existsSync(INDEX)) {
    await buildExtension(['chromium']);
  }
  const searched = searchedByPack();
  const files = new Map<string, string | Uint8Array>([
    ['/article.html', articleOf(WORDS)],
    ['/dense.html', articleOf(WORDS, true)],
    ['/silent.html', unannounced(articleOf(WORDS))],
    ['/long.html', articleOf(LONG)],
    ['/unrelated.html', unrelatedPage(WORDS)],
    ['/empty.html', '<!doctype html><title>Empty</title><p>Nothing.</p>'],
    ['/whole.plx', readFileSync(INDEX)],
    ['/clauses.plx', searched.clauseIndex],
  ]);
  const server = await serveFiles(files);
  const at = (name: string) => `${server.origin}${name}`;
  const keep = (name: string, bytes: Uint8Array): string => {
    files.set(name, bytes);
    return at(name);
  };
  const browser = await startBenchBrowser(executable);
  const sections: Section[] = [];
  const part = async (name: string, measure: () => Promise<Section | readonly Section[]>) => {
    if (!isWanted(name)) return;
    const start = performance.now();
    sections.push(...[await measure()].flat());
    say(`${name}: measured in ${Math.round((performance.now() - start) / 1000)} s`);
  };
  const searchers = { wholeIndex: at('/whole.plx'), clauseIndex: at('/clauses.plx') };
  const { clauses, everything } = searched;
  try {
    await part('machine', async () => {
      const times = await browser.on(at('/empty.html'), (page) => page.run('measureMachine', 9));
      const what = 'a million numbers put in order, which is none of our work';
      return { title: 'The machine', rows: [{ what, measured: ms(median(times)) }] };
    });
    await part('searchers', async () => [
      await measureSearchers(browser, {
        ...searchers,
        ...{
          page: at('/article.html'),
          title: 'Side by side: long paragraphs',
          clauses,
          everything,
        },
      }),
      await measureSearchers(browser, {
        ...searchers,
        ...{ page: at('/dense.html'), title: 'Side by side: full of links', clauses },
        everything: null,
      }),
    ]);
    await part('stages', async () => {
      const stages = await browser.on(at('/empty.html'), (page) =>
        page.run('measureStages', at('/whole.plx'), textOf(WORDS), 15),
      );
      const rows = stages.map(({ name, times: all }) => ({
        what: name,
        measured: `${ms(median(all))} (${ms(all[0] ?? Number.NaN)})`,
      }));
      return { title: `A stage of matching, ${WORDS} words: medians (first round)`, rows };
    });
    await part('length', () => measureLength(browser, at('/empty.html'), at('/whole.plx'), textOf));
    await part('sizes', () => measureSizes(browser, at('/empty.html'), keep, textOf));
    await part('marking', async () => {
      const { highlights, parallax, markJs } = await browser.on(at('/long.html'), (page) =>
        page.run('measureMarking', HIGHLIGHTS, 7),
      );
      const name = `${highlights} highlights on ${LONG} words`;
      return {
        title: 'Painting, and laying the page out again',
        rows: [
          barred(`${name}: Parallax`, median(parallax), 10, ms),
          { what: `${name}: mark.js, one call`, measured: ms(median(markJs)) },
        ],
      };
    });
    await part('extension', () =>
      measureExtension(executable, {
        article: at('/article.html'),
        dense: at('/dense.html'),
        silent: at('/silent.html'),
        unrelated: at('/unrelated.html'),
      }),
    );
    await part('opening', measureOpening);
    await part('holding', measureHolding);
    await part('unrelated', async () => sectionOfGate(await measureGateIn(executable)));
    await part('files', async () => sizes());
  } finally {
    await browser.close();
    await server.close();
  }
  return sections;
}

function sizes(): Section {
  const script = readFileSync(CONTENT_SCRIPT);
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;
  return {
    title: 'Files',
    rows: [
      { what: 'index file', measured: kilobytes(statSync(INDEX).size) },
      barred('content script, minified', script.length, CONTENT_SCRIPT_BAR, kilobytes),
      { what: 'content script, gzipped', measured: kilobytes(gzipSync(script).length) },
    ],
  };
}

const sections = await bench();
const isJson = process.argv.includes('--json');
process.stdout.write(`${isJson ? JSON.stringify(sections, null, 2) : tablesOf(sections)}\n`);
const script = sections.flatMap(({ rows }) => rows).find(({ what }) => what.startsWith('content'));
if (script?.isMet === false) process.exitCode = 1;
