import path from 'node:path';
import type { Plugin } from 'vite';
import { gateOf } from '../../utils/match/gate.ts';
import { openPack } from '../packs/open-pack.ts';
import { ROOT } from '../root.ts';

const GATES = /^virtual:pack-gates$/u;
const MODULE = '\0parallax:pack-gates';

/**
 * Gives `virtual:pack-gates` the gates of the index that is packaged. A script that runs before a page is
 * read cannot wait for storage: its answer comes when the browser has done with the page.
 *
 * @throws Error where the index was not built before: `npm run build:index`.
 */
export function packGates(): Plugin {
  return {
    name: 'parallax:pack-gates',
    enforce: 'pre',
    resolveId: { filter: { id: GATES }, handler: () => MODULE },
    load: {
      filter: { id: /pack-gates$/u },
      handler: (id) =>
        id === MODULE ? `export const PACK_GATES = ${JSON.stringify(bundledGates())};` : null,
    },
  };
}

function bundledGates() {
  const { meta } = openPack(path.join(ROOT, 'public/packs/china-russia.plx'));
  return [gateOf(meta.pack.id, meta.subject)];
}
