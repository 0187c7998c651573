import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './root.ts';

const PACKS = path.join(ROOT, 'assets', 'packs');

/** Names of the packs that the project brings along. */
export async function listPacks(): Promise<string[]> {
  const entries = await readdir(PACKS, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** Folder of a bundled pack, by name; a path is taken as it is. */
export function packFolder(name: string): string {
  return name.includes(path.sep) ? path.resolve(name) : path.join(PACKS, name);
}

/**
 * Reads the files of a pack: path in the pack, with `/` between folders → text. Bytes that are not UTF-8
 * become U+FFFD and a byte order mark is kept, so that the loader can report both.
 */
export async function readPackFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  const texts = await Promise.all(
    files.map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(folder, file).split(path.sep).join('/');
      const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
      return [name, decoder.decode(await readFile(file))] as const;
    }),
  );
  return new Map(texts);
}
