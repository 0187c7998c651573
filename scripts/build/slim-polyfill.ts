import type { Plugin } from 'vite';

/** What the extension uses of the browser's API. What is not among them goes by unwrapped. */
const USED = new Set([
  'action',
  'commands',
  'contextMenus',
  'extension',
  'i18n',
  'permissions',
  'runtime',
  'storage',
  'tabs',
  'windows',
]);
const TABLE = /const apiMetadata = (\{\n[\s\S]*?\n {6}\});/u;

/**
 * Leaves out of webextension-polyfill the table entries of APIs that the extension does not use: they are
 * a third of it, in every content script.
 *
 * @throws Error where the polyfill holds the table in another form, so that an update is noticed.
 */
export function slimPolyfill(): Plugin {
  return {
    name: 'parallax:slim-polyfill',
    transform: {
      filter: { id: /[\\/]webextension-polyfill[\\/]dist[\\/]browser-polyfill\.js$/u },
      handler: (code) => ({ code: withoutUnusedApis(code), map: null }),
    },
  };
}

/** The polyfill's code with a smaller table. */
export function withoutUnusedApis(code: string): string {
  const [found, table] = TABLE.exec(code) ?? [];
  if (found === undefined || table === undefined) {
    throw new Error('webextension-polyfill holds its table in a new form; look at it anew.');
  }
  const all = Object.entries(JSON.parse(table) as Record<string, unknown>);
  const used = Object.fromEntries(all.filter(([name]) => USED.has(name)));
  return code.replace(found, () => `const apiMetadata = ${JSON.stringify(used)};`);
}
