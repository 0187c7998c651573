import { existsSync, readFileSync } from 'node:fs';
import { createAnnotator } from './annotate/annotator.ts';
import { type Article, textOfArticle } from './eval/article.ts';
import { SCORER, scoreArticles } from './eval/score-articles.ts';
import { openBundledPack } from './packs/open-pack.ts';

/** Annotates labelled articles and prints what the scorer says of them; further options go to the scorer. */
function main(): void {
  const args = process.argv.slice(2);
  const files = args.filter((arg) => arg.endsWith('.jsonl'));
  if (files.length === 0) {
    console.error('usage: npm run eval -- ARTICLES.jsonl… [--misses N]');
    process.exitCode = 2;
    return;
  }
  if (!existsSync(SCORER)) {
    console.log(`skipped: the scorer ${SCORER} is not here`);
    return;
  }
  const articles = files
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Article);
  const annotate = createAnnotator(openBundledPack(), 'balanced');
  const predictions = new Map(
    articles.map((article) => [article.id, annotate(textOfArticle(article))]),
  );
  process.stdout.write(
    scoreArticles(
      articles,
      predictions,
      args.filter((arg) => !arg.endsWith('.jsonl')),
    ),
  );
}

main();
