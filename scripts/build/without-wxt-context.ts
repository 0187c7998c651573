import type { Plugin } from 'vite';

const CONTEXT = /^wxt\/utils\/content-script-context$/u;
const NOTHING = '\0parallax:no-wxt-context';

/**
 * Gives content scripts an empty context in place of WXT's. Ours takes over from older scripts, and leaves,
 * by itself (`entrypoints/annotate.content/lifetime.ts`): a name that no page can reach, where WXT listens
 * to an event that any page can forge. It is also 2 kB of the content script, which most pages load in vain.
 */
export function withoutWxtContext(): Plugin {
  return {
    name: 'parallax:without-wxt-context',
    enforce: 'pre',
    resolveId: { filter: { id: CONTEXT }, handler: () => NOTHING },
    load: {
      filter: { id: /no-wxt-context$/u },
      handler: (id) => (id === NOTHING ? 'export class ContentScriptContext {}' : null),
    },
  };
}
