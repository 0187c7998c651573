import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../root.ts';

const PACKS = path.join(ROOT, 'assets', 'packs');

/** Names of the packs that the project brings along. */
export function listPacks(): string[] {
  return readdirSync(PACKS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** Folder of a bundled pack, by name; what looks like a path is taken as one. */
export function packFolder(name: string): string {
  return /[\\/]/.test(name) ? path.resolve(name) : path.join(PACKS, name);
}
