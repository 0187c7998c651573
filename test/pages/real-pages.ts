import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from '../../scripts/root.ts';

/** Saved pages that nobody here wrote, beside the project where there are any; see their README. */
const FOLDER = path.join(ROOT, '../shared/pages');

export interface RealPage {
  /** Path under which it is served. */
  readonly path: string;
  readonly html: Buffer;
}

/** All real pages, or none where the folder is absent. Read one by one as they are asked for. */
export function listRealPages(): readonly { readonly path: string; read(): RealPage }[] {
  const found = ['readability', 'articles/html'].flatMap((name) => {
    const folder = path.join(FOLDER, name);
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((file) => /\.html(?:\.gz)?$/u.test(file))
      .sort()
      .map((file) => path.join(folder, file));
  });
  return found.map((file) => {
    const served = `/${path.basename(file).replace(/\.gz$/u, '')}`;
    const read = (): RealPage => {
      const bytes = readFileSync(file);
      return { path: served, html: file.endsWith('.gz') ? gunzipSync(bytes) : bytes };
    };
    return { path: served, read };
  });
}
