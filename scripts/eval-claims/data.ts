import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import type { Circumstances } from '../../utils/match/claim-query.ts';
import { ROOT } from '../root.ts';

/** CheckThat! 2020, task 2: verified claims, and tweets with the claims that verify them. */
export const FOLDER = path.resolve(ROOT, '../shared/eval/checkthat2020');
const CLAIMS = 'data/v3/v3.0/verified_claims.docs.tsv';
const PARTS = {
  train: 'data/v3/v3.0/train',
  dev: 'data/v3/v3.0/dev',
  test: 'test-input/test-input',
} as const;

export type Part = keyof typeof PARTS;

export interface VerifiedClaim {
  readonly id: string;
  readonly statement: string;
  readonly title: string;
}

export interface ClaimPost {
  readonly id: string;
  readonly text: string;
  readonly circumstances: Circumstances;
  /** Ids of the claims that verify the post; never empty. */
  readonly claims: readonly string[];
}

/** Whether the data are here. */
export function hasData(): boolean {
  return existsSync(path.join(FOLDER, CLAIMS));
}

export function readVerifiedClaims(): VerifiedClaim[] {
  return readTable(CLAIMS).map(([id = '', statement = '', title = '']) => ({
    id,
    statement,
    title,
  }));
}

/** The posts of a part that have a claim, as the task's scorer counts them. */
export function readPosts(part: Part): ClaimPost[] {
  const folder = PARTS[part];
  const claims = new Map<string, string[]>();
  const pairs = readFileSync(path.join(FOLDER, folder, 'tweet-vclaim-pairs.qrels'), 'utf8');
  for (const line of pairs.split('\n')) {
    const [post, , claim] = line.trim().split('\t');
    if (post && claim) claims.set(post, [...(claims.get(post) ?? []), claim]);
  }
  return readTable(path.join(folder, 'tweets.queries.tsv')).flatMap(([id = '', content = '']) => {
    const own = claims.get(id);
    return own ? [{ id, ...readPost(content), claims: own }] : [];
  });
}

const PICTURE = /pic\.twitter\.com\/\S+/g;
/** "— Name (@handle) January 6, 2020" at the end of a post, as embedded tweets give it. */
const ATTRIBUTION = /[—–]\s*([^—]{1,80}?)\s*\((@\w+)\)\s*(\p{Lu}\p{Ll}+ \d{1,2}, \d{4})?\s*$/u;

/** Parts what was posted from the attribution that follows it, and drops addresses of pictures. */
export function readPost(content: string): { text: string; circumstances: Circumstances } {
  const found = ATTRIBUTION.exec(content);
  const text = (found ? content.slice(0, found.index) : content).replace(PICTURE, ' ');
  if (!found) return { text, circumstances: {} };
  const [, name = '', handle = '', date] = found;
  const speaker = `${name} ${handle}`;
  return { text, circumstances: date === undefined ? { speaker } : { speaker, date } };
}

/** Rows of a table with tabs between cells, after its heading; cells in quotation marks may hold lines. */
function readTable(file: string): string[][] {
  const text = readFileSync(path.join(FOLDER, file), 'utf8');
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: '\t', skipEmptyLines: true });
  const [first] = errors;
  if (first) throw new Error(`${file}, row ${first.row}: ${first.message}`);
  return data.slice(1);
}
