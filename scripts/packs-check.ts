import { statSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../utils/match/types.ts';
import { checkPack } from '../utils/pack/check/check-pack.ts';
import { formatFault } from '../utils/pack/fault.ts';
import { entriesWithId } from '../utils/pack/load.ts';
import type { Pack } from '../utils/pack/model.ts';
import { createCueTest } from './packs/cue-problem.ts';
import { createCueMeasure } from './packs/cue-surprise.ts';
import { listPacks, packFolder } from './packs/folders.ts';
import { createWordTest } from './packs/holds-words.ts';
import { readPackFiles } from './packs/pack-files.ts';
import { ROOT } from './root.ts';

/** The texts that the bundled pack quotes; they lie beside the project and are not part of it. */
const SOURCES = path.join(ROOT, '..', 'shared', 'corpus', 'sources');

const record = process.argv.includes('--record');
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const sources = await readSources();
if (sources === null)
  console.log(
    'Sources not found in ../shared/corpus/sources: quotations were not compared with them.',
  );
const cueProblem = createCueTest();
const cueSurprise = createCueMeasure();
const holdsWords = createWordTest();
let faultCount = 0;
for (const name of named.length > 0 ? named : listPacks()) await checkOne(name);
process.exitCode = faultCount === 0 ? 0 : 1;

async function checkOne(name: string): Promise<void> {
  const folder = packFolder(name);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    faultCount++;
    console.error(
      `${name}: there is no such folder. Name one of ${listPacks().join(', ')}, or a path.`,
    );
    return;
  }
  const files = readPackFiles(folder);
  const today = new Date().toISOString().slice(0, 10);
  const { pack, faults, skipped } = checkPack(files, {
    today,
    sources,
    cueProblem,
    cueSurprise,
    holdsWords,
  });
  faultCount += faults.length;
  for (const fault of faults) console.error(formatFault(fault));
  if (skipped.length > 0)
    console.error(`Not run while entries have faults: ${skipped.join(', ')}.`);
  const missing = pack.sources.filter(({ file }) => sources?.has(file) === false);
  if (missing.length > 0)
    console.log(
      `Not compared, since they are not at hand: ${missing.map(({ file }) => file).join(', ')}`,
    );
  console.log(`${name} ${pack.head.version}: ${countsOf(pack)}`);
  console.log(faults.length === 0 ? 'No fault.' : `${faults.length} faults.`);
  if (record && faults.length === 0) await recordIds(name, pack);
}

/** Writes down the ids of this edition, so that none of them vanishes unnoticed later. */
async function recordIds(name: string, pack: Pack): Promise<void> {
  const ids = new Set([...pack.publishedIds, ...entriesWithId(pack).map(({ id }) => id)]);
  const head =
    '# Every id that an edition has published. `npm run packs:check -- --record` adds new ones; none is ever taken out.\nids:\n';
  const lines = [...ids].sort().map((id) => `  - ${id}\n`);
  await writeFile(path.join(packFolder(name), 'ids.yaml'), head + lines.join(''));
}

async function readSources(): Promise<ReadonlyMap<string, string> | null> {
  if (!statSync(SOURCES, { throwIfNoEntry: false })?.isDirectory()) return null;
  const names = (await readdir(SOURCES)).filter((name) => name.endsWith('.txt'));
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(path.join(SOURCES, name), 'utf8')] as const),
  );
  return new Map(texts);
}

function countsOf(pack: Pack): string {
  const framings = pack.topics.flatMap((topic) => topic.framings);
  const texts = (language: Language) =>
    pack.clauses.filter((clause) => clause.texts[language] !== undefined).length;
  return [
    `${pack.documents.length} documents`,
    `${pack.clauses.length} clauses (en ${texts('en')}, zh ${texts('zh')}, ru ${texts('ru')})`,
    `${pack.claims.length} claims`,
    `${pack.topics.length} topics`,
    `${framings.length} framings`,
    `${pack.formulae.length} formulae`,
    `${pack.wordings.length} entries of wordings`,
    `texts in ${['en', ...pack.texts.keys()].join(', ')}`,
  ].join(', ');
}
