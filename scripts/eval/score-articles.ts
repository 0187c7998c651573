import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Match } from '../../utils/match/types.ts';
import { brief } from '../annotate/annotator.ts';
import { ROOT } from '../root.ts';
import type { Article } from './article.ts';

/** Where the scorer of the labelled articles stands, if it is there. */
export const SCORER = path.resolve(ROOT, '../shared/eval/score.mjs');

/** What the scorer prints of predictions for articles; `options` go to the scorer. */
export function scoreArticles(
  articles: readonly Article[],
  predictions: ReadonlyMap<string, readonly Match[]>,
  options: readonly string[],
): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'parallax-eval-'));
  const gold = path.join(folder, 'gold.jsonl');
  const predicted = path.join(folder, 'predictions.jsonl');
  writeFileSync(gold, articles.map((article) => JSON.stringify(article)).join('\n'));
  writeFileSync(
    predicted,
    articles
      .map((article) =>
        JSON.stringify({ id: article.id, matches: (predictions.get(article.id) ?? []).map(brief) }),
      )
      .join('\n'),
  );
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [SCORER, gold, predicted, ...options],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(`the scorer failed: ${stderr}`);
  return stdout;
}
