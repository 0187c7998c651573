import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unusableCue } from '../utils/pack/check/unusable-cue.ts';
import { formatFault } from '../utils/pack/fault.ts';
import { readPack } from '../utils/pack/load.ts';
import { buildPackFolder } from './packs/build-pack.ts';
import { createCueTest } from './packs/cue-problem.ts';
import { listPacks, packFolder } from './packs/folders.ts';
import { readPackFiles } from './packs/pack-files.ts';
import { writeSchemas } from './packs/write-schemas.ts';
import { ROOT } from './root.ts';

/**
 * Compiles every bundled pack to `public/packs/<pack>.plx` and writes the JSON Schemas beside them. Lists
 * whatever keeps a pack from being compiled, all at once, and writes no index for it then. (Whether a
 * pack is also right is the business of `npm run packs:check`.)
 */
const OUT = path.join(ROOT, 'public', 'packs');

mkdirSync(OUT, { recursive: true });
const schemas = writeSchemas(path.join(OUT, 'schema'));
console.log(`public/packs/schema: ${schemas} schemas`);
for (const name of listPacks()) buildOne(name);

function buildOne(name: string): void {
  const folder = packFolder(name);
  const { pack, faults } = readPack(readPackFiles(folder));
  const today = new Date().toISOString().slice(0, 10);
  const context = {
    pack,
    today,
    sources: null,
    cueProblem: createCueTest(),
    cueSurprise: () => 1,
    holdsWords: () => true,
  };
  const all = [...faults, ...unusableCue.check(context)];
  if (all.length > 0) {
    for (const fault of all) console.error(formatFault(fault));
    console.error(`${name}: not built, ${all.length} faults.`);
    process.exitCode = 1;
    return;
  }
  const bytes = buildPackFolder(folder);
  writeFileSync(path.join(OUT, `${name}.plx`), bytes);
  console.log(`public/packs/${name}.plx: ${(bytes.length / 1024).toFixed(0)} KiB`);
}
