/** What a folder may import as values. Type-only imports are free, except from entrypoints. */
export interface Layer {
  /** Folder, or file name without its ending where a folder and a file share the name. */
  readonly name: string;
  /** Other layers it may import from; its own is always allowed. */
  readonly layers: readonly string[];
  /** Packages it may import; `node:` stands for every module of Node. */
  readonly packages: readonly string[];
}

const BROWSER = ['#imports', 'wxt', 'webextension-polyfill'];
const VIEWS = ['preact', '@floating-ui/dom', '@tanstack/virtual-core'];
const UTILS = [
  'utils/own-page',
  'utils/match',
  'utils/pack',
  'utils/text',
  'utils/paint',
  'utils/reading-list',
  'utils/messages',
  'utils/settings',
  'utils/i18n',
];

/** The table of `docs/architecture.md`. `scripts/lint/layers.grit` says the same to the linter. */
export const LAYERS: readonly Layer[] = [
  {
    name: 'utils/match',
    layers: [],
    packages: ['@orama/stemmers', 'opencc-js', 'approx-string-match'],
  },
  {
    name: 'utils/pack',
    layers: ['utils/match'],
    packages: ['yaml', 'valibot', '@valibot/to-json-schema'],
  },
  { name: 'utils/text', layers: [], packages: ['approx-string-match'] },
  { name: 'utils/paint', layers: [], packages: ['mark.js'] },
  {
    name: 'utils/reading-list',
    layers: [],
    packages: [
      'diff',
      'idb',
      'papaparse',
      'valibot',
      '@citation-js/core',
      '@citation-js/plugin-bibtex',
      '@citation-js/plugin-ris',
    ],
  },
  { name: 'utils/messages', layers: [], packages: [...BROWSER, 'valibot'] },
  { name: 'utils/settings', layers: [], packages: [...BROWSER, 'valibot'] },
  { name: 'utils/i18n', layers: ['locales'], packages: [] },
  {
    name: 'utils/own-page',
    layers: ['utils/messages', 'utils/settings', 'utils/reading-list', 'utils/i18n'],
    packages: [...BROWSER, 'preact'],
  },
  { name: 'locales', layers: [], packages: [] },
  { name: 'components', layers: ['utils/i18n', 'locales', 'assets'], packages: VIEWS },
  { name: 'assets', layers: [], packages: [] },
  {
    name: 'entrypoints',
    layers: [...UTILS, 'components', 'locales', 'assets'],
    packages: [...BROWSER, ...VIEWS, 'valibot', 'virtual:pack-gates'],
  },
  {
    name: 'scripts',
    layers: UTILS,
    packages: [
      'node:',
      'addons-linter',
      'linkedom',
      'opencc-js',
      'papaparse',
      'playwright-core',
      'typescript',
      'vite',
      'vitest',
      'yaml',
      'valibot',
      '@valibot/to-json-schema',
    ],
  },
];

/** The layer of a path relative to the project's root; null for `test` and for files at the root. */
export function layerOf(path: string): Layer | null {
  return (
    LAYERS.find(({ name }) => path.startsWith(`${name}/`) || path.startsWith(`${name}.`)) ?? null
  );
}
