import type { Plugin } from 'vite';

const ASKING = /^(sync-fetch|node-fetch)$/u;
const REFUSING = '\0parallax:no-fetch';

/**
 * Gives citation-js nothing to ask the network with: it can look citations up, and ours must not. The
 * packages that it would ask by are replaced by a function that refuses.
 */
export function withoutFetch(): Plugin {
  return {
    name: 'parallax:without-fetch',
    enforce: 'pre',
    resolveId: { filter: { id: ASKING }, handler: () => REFUSING },
    load: {
      filter: { id: /no-fetch$/u },
      handler: (id) =>
        id === REFUSING
          ? `export default function refuse() { throw new Error('Parallax asks the network for nothing.'); }
             export const Headers = Map;`
          : null,
    },
  };
}
