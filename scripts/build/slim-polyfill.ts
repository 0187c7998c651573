import type { Plugin } from 'vite';

/**
 * Kept of the table, which must not be empty. Nothing needs to be wrapped any more: in the oldest Chromium
 * that the manifest lets in, every function of the table gives a promise by itself. Messages are wrapped
 * apart from the table.
 */
const KEPT = new Set(['extension']);
const TABLE = /const apiMetadata = (\{\n[\s\S]*?\n {6}\});/u;

/**
 * Leaves out of webextension-polyfill the table of functions that older browsers had to have wrapped: it is
 * a third of it, in every content script. The rest becomes a module: as a script of the older kind every
 * property of the browser's object would be copied, for which the browser makes each of its parts at once,
 * which takes milliseconds whenever the worker starts.
 *
 * @throws Error where the polyfill holds the table in another form, so that an update is noticed.
 */
export function slimPolyfill(): Plugin {
  return {
    name: 'parallax:slim-polyfill',
    transform: {
      filter: { id: /[\\/]webextension-polyfill[\\/]dist[\\/]browser-polyfill\.js$/u },
      handler: (code) => ({ code: asModule(withoutUnusedApis(code)), map: null }),
    },
  };
}

/** Code that sets `module.exports` as a module with that as its default export. */
export function asModule(code: string): string {
  return `const module = { exports: {} };\nconst exports = module.exports;\n${code}\nexport default module.exports;\n`;
}

/** The polyfill's code with a smaller table. */
export function withoutUnusedApis(code: string): string {
  const [found, table] = TABLE.exec(code) ?? [];
  if (found === undefined || table === undefined) {
    throw new Error('webextension-polyfill holds its table in a new form; look at it anew.');
  }
  const all = Object.entries(JSON.parse(table) as Record<string, unknown>);
  const kept = Object.fromEntries(all.filter(([name]) => KEPT.has(name)));
  return code.replace(found, () => `const apiMetadata = ${JSON.stringify(kept)};`);
}
