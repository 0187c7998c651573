import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brief, createAnnotator } from './annotate/annotator.ts';
import { type Article, textOfArticle } from './eval/article.ts';
import { openBundledPack } from './packs/open-pack.ts';
import { ROOT } from './root.ts';

const SCORER = path.resolve(ROOT, '../shared/eval/score.mjs');

/** Annotates labelled articles and prints what the scorer says of them; extra options go to the scorer. */
function main(): void {
  const args = process.argv.slice(2);
  const files = args.filter((arg) => arg.endsWith('.jsonl'));
  const rest = args.filter((arg) => !arg.endsWith('.jsonl'));
  if (files.length === 0 || !existsSync(SCORER)) {
    console.error(
      files.length === 0
        ? 'usage: npm run eval -- ARTICLES.jsonl… [--misses N]'
        : `skipped: the scorer ${SCORER} is not here`,
    );
    process.exitCode = files.length === 0 ? 2 : 0;
    return;
  }
  const annotate = createAnnotator(openBundledPack(), 'balanced');
  const folder = mkdtempSync(path.join(tmpdir(), 'parallax-eval-'));
  const gold = path.join(folder, 'gold.jsonl');
  const predictions = path.join(folder, 'predictions.jsonl');
  const lines = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== ''),
  );
  writeFileSync(gold, lines.join('\n'));
  const articles = lines.map((line) => JSON.parse(line) as Article);
  writeFileSync(
    predictions,
    articles
      .map((article) =>
        JSON.stringify({ id: article.id, matches: annotate(textOfArticle(article)).map(brief) }),
      )
      .join('\n'),
  );
  const { status } = spawnSync(process.execPath, [SCORER, gold, predictions, ...rest], {
    stdio: 'inherit',
  });
  rmSync(folder, { recursive: true });
  process.exitCode = status ?? 1;
}

main();
