import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  defaultExportFaults,
  importFaults,
  networkFaults,
  PACKAGED_FILE_LOADERS,
  purityFaults,
  shapeFaults,
} from '../support/source-rules.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDERS = ['utils', 'components', 'entrypoints', 'locales', 'scripts', 'test'];

const files = FOLDERS.filter((folder) => existsSync(path.join(ROOT, folder))).flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
    (name) => `${folder}/${name.replaceAll(path.sep, '/')}`,
  ),
);
const sources = files
  .filter((file) => /\.tsx?$/u.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));

describe('the source tree', () => {
  test('holds sources to be checked', () => {
    expect(sources.length).toBeGreaterThan(20);
  });

  test('imports only what the table of layers allows', () => {
    expect(sources.flatMap(({ file, text }) => importFaults(file, text))).toEqual([]);
  }, 60_000);

  test('asks the network for nothing but files of its own package', () => {
    expect(sources.flatMap(({ file, text }) => networkFaults(file, text))).toEqual([]);
  });

  test('keeps matching and packs free of page, browser and clock', () => {
    expect(sources.flatMap(({ file, text }) => purityFaults(file, text))).toEqual([]);
  });

  test('has default exports only where WXT asks for them', () => {
    expect(sources.flatMap(({ file, text }) => defaultExportFaults(file, text))).toEqual([]);
  });

  test('names files in kebab-case and splits them before 300 lines', () => {
    expect(sources.flatMap(({ file, text }) => shapeFaults(file, text))).toEqual([]);
  });

  test('loads packaged files by their address in the extension, where it may fetch', () => {
    for (const file of PACKAGED_FILE_LOADERS) {
      expect(readFileSync(path.join(ROOT, file), 'utf8')).toContain('runtime.getURL(');
    }
  });
});

describe('the rules themselves', () => {
  test.each([
    ['utils/match/a.ts', "import { b } from '../pack/b.ts';"],
    ['utils/match/a.ts', "import { browser } from '#imports';"],
    ['utils/match/a.ts', "import fs from 'node:fs';"],
    ['utils/text/a.ts', "export { b } from '../match/b.ts';"],
    ['utils/paint/a.ts', "const b = await import('../text/b.ts');"],
    ['utils/reading-list/a.ts', "import '../paint/b.ts';"],
    ['utils/settings.ts', "import { a } from './messages.ts';"],
    ['components/card/a.tsx', "import { a } from '../../utils/settings.ts';"],
    ['components/card/a.tsx', "import type { a } from '../../entrypoints/popup/a.ts';"],
    ['entrypoints/popup/a.ts', "import { a } from '../background/a.ts';"],
    ['scripts/a.ts', "import { a } from '../components/a.tsx';"],
    ['utils/pack/a.ts', "import { a } from '../../test/support/a.ts';"],
    ['utils/pack/a.ts', "import { a } from './b';"],
    ['utils/pack/a.ts', 'const a = await import(name);'],
  ])('refuse in %s: %s', (file, text) => {
    expect(importFaults(file, text)).toHaveLength(1);
  });

  test.each([
    ['utils/match/a.ts', "import type { B } from '../pack/b.ts';"],
    ['utils/match/a.ts', "import { type B, type C } from '../pack/b.ts';"],
    ['utils/pack/a.ts', "import { b } from '../match/b.ts';"],
    ['utils/pack/a.ts', "import { parse } from 'yaml';"],
    ['utils/settings.ts', "import { a } from './settings/a.ts';"],
    ['components/card/a.tsx', "import css from '../../assets/styles/a.css?inline';"],
    [
      'entrypoints/popup/a.ts',
      "import { a } from './b.ts'; import { c } from '../../utils/settings.ts';",
    ],
    ['scripts/start/a.ts', "import fs from 'node:fs'; import { b } from '../../utils/pack/b.ts';"],
    ['test/unit/a.test.ts', "import { a } from '../../entrypoints/popup/a.ts';"],
  ])('let pass in %s: %s', (file, text) => {
    expect(importFaults(file, text)).toEqual([]);
  });

  test.each(['fetch(x)', 'new XMLHttpRequest()', 'navigator.sendBeacon(x)', 'globalThis.fetch(x)'])(
    'refuse the network by %s',
    (text) => {
      expect(networkFaults('utils/text/a.ts', text)).toHaveLength(1);
      expect(networkFaults('scripts/a.ts', text)).toEqual([]);
    },
  );

  test.each(['Date.now()', 'new Date()', 'navigator.language', 'performance.now()'])(
    'refuse %s in matching, and nowhere else',
    (text) => {
      expect(purityFaults('utils/match/a.ts', text)).toHaveLength(1);
      expect(purityFaults('utils/text/a.ts', text)).toEqual([]);
    },
  );

  test('let matching parse a date that it is given', () => {
    expect(purityFaults('utils/match/a.ts', 'new Date(text)')).toEqual([]);
  });

  test('refuse a default export of a value or a function outside entrypoints', () => {
    expect(defaultExportFaults('utils/a.ts', 'export default 1;')).toHaveLength(1);
    expect(defaultExportFaults('utils/a.ts', 'export default function a() {}')).toHaveLength(1);
    expect(defaultExportFaults('entrypoints/background/index.ts', 'export default 1;')).toEqual([]);
  });

  test('refuse camel case and long files', () => {
    expect(shapeFaults('utils/aB.ts', '')).toHaveLength(1);
    expect(shapeFaults('utils/a-b.test.ts', '\n'.repeat(300))).toEqual([]);
    expect(shapeFaults('utils/a-b.ts', '\n'.repeat(301))).toHaveLength(1);
  });
});
