import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { listPacks, packFolder } from './packs/folders.ts';
import { addItem, NewItemError } from './packs/new-item.ts';
import { readPackFiles } from './packs/pack-files.ts';
import type { ScaffoldKind } from './packs/scaffold.ts';

/** `npm run new:clause|claim|framing -- ID --in DOCUMENT|SET|TOPIC [--pack NAME]` */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { in: { type: 'string' }, pack: { type: 'string' } },
});
const [kind = '', id = ''] = positionals;
const folder = packFolder(values.pack ?? listPacks()[0] ?? '');

try {
  if (!isKind(kind)) throw new NewItemError('Say what is new: clause, claim or framing.');
  const { files } = addItem(readPackFiles(folder), kind, id, values.in ?? null);
  for (const [file, text] of files) {
    const place = path.join(folder, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
    console.log(place);
  }
  console.log('Fill in what stands as "", then run: npm run packs:check');
} catch (error) {
  if (!(error instanceof NewItemError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function isKind(word: string): word is ScaffoldKind {
  return word === 'clause' || word === 'claim' || word === 'framing';
}
