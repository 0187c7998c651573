import type * as v from 'valibot';
import { claimsFile } from './claims.ts';
import { clausesFile } from './clauses.ts';
import { documentsFile, sourcesFile } from './documents.ts';
import { differencesFile, formulaeFile } from './formulae.ts';
import { linksFile } from './links.ts';
import { idsFile, packFile, redirectsFile } from './pack.ts';
import { subjectsFile } from './subjects.ts';
import { topicFile } from './topics.ts';
import { textsFile, wordingsFile } from './wordings.ts';

/** The schemas of a pack's files. A key names both the JSON Schema published and the part of the pack. */
export const FILE_SCHEMAS = {
  pack: packFile,
  sources: sourcesFile,
  documents: documentsFile,
  clauses: clausesFile,
  claims: claimsFile,
  topic: topicFile,
  formulae: formulaeFile,
  differences: differencesFile,
  links: linksFile,
  subjects: subjectsFile,
  redirects: redirectsFile,
  ids: idsFile,
  wordings: wordingsFile,
  texts: textsFile,
} as const;

export type FileKind = keyof typeof FILE_SCHEMAS;

/** The parsed content of one file of a pack. */
export type FileContent<K extends FileKind> = v.InferOutput<(typeof FILE_SCHEMAS)[K]>;

const SINGLE: readonly FileKind[] = [
  'pack',
  'sources',
  'documents',
  'formulae',
  'differences',
  'links',
  'subjects',
  'redirects',
  'ids',
];
const FOLDERS: Readonly<Record<string, FileKind>> = {
  clauses: 'clauses',
  claims: 'claims',
  topics: 'topic',
  wordings: 'wordings',
  texts: 'texts',
};

/** Which kind of file stands at `path` inside a pack; null where the format knows no such place. */
export function fileKindOf(path: string): FileKind | null {
  const parts = path.replace(/\.ya?ml$/, '').split('/');
  const [first, second] = parts;
  if (first === undefined || !/\.ya?ml$/.test(path)) return null;
  if (parts.length === 1) return SINGLE.find((kind) => kind === first) ?? null;
  return parts.length === 2 && second ? (FOLDERS[first] ?? null) : null;
}
