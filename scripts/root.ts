import path from 'node:path';

/** The project's folder, absolute. */
export const ROOT = path.resolve(import.meta.dirname, '..');
