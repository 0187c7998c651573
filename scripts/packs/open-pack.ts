import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { openIndex, type PackIndex } from '../../utils/pack/index-format.ts';
import { ROOT } from '../root.ts';
import { buildPackFolder } from './build-pack.ts';

const PACK = path.join(ROOT, 'assets/packs/china-russia');
const BUILT = path.join(ROOT, 'public/packs/china-russia.plx');
/** What an index is made of, besides the pack: it is built anew when any of it is younger. */
const SOURCES = [PACK, path.join(ROOT, 'utils/pack'), path.join(ROOT, 'utils/match')];

/** Opens the built index of the bundled pack, or compiles the pack where the index is missing or old. */
export function openBundledPack(): PackIndex {
  if (existsSync(BUILT)) {
    const built = statSync(BUILT).mtimeMs;
    if (SOURCES.every((source) => youngest(source) <= built)) {
      const bytes = readFileSync(BUILT);
      return openIndex(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    }
  }
  return openIndex(buildPackFolder(PACK).buffer);
}

/** Compiles the bundled pack without our own wordings and cues, to see what they bring. */
export function openBareBundledPack(): PackIndex {
  return openIndex(buildPackFolder(PACK, { withoutWordings: true }).buffer);
}

/** Opens a pack from an index file (`.plx`) or compiles it from a folder of YAML. */
export function openPack(place: string): PackIndex {
  if (statSync(place).isDirectory()) return openIndex(buildPackFolder(place).buffer);
  const bytes = readFileSync(place);
  return openIndex(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** Time of the last change in a folder, in milliseconds. */
function youngest(folder: string): number {
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile())
      time = Math.max(time, statSync(path.join(entry.parentPath, entry.name)).mtimeMs);
  }
  return time;
}
