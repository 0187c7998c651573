import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../root.ts';
import type { ServedPage } from './page-server.ts';

export const SAMPLE_FILE = path.join(ROOT, 'assets/sample/moscow-talks.html');
export const SAMPLE_PATH = '/2025/05/09/moscow-talks.html';

/** The sample article at its address, for `servePages`. */
export function sampleAt(pathname: string): ServedPage | null {
  if (pathname !== SAMPLE_PATH && pathname !== '/') return null;
  return { type: 'text/html; charset=utf-8', body: readFileSync(SAMPLE_FILE) };
}
