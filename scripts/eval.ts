import { existsSync, readFileSync } from 'node:fs';
import { createAnnotator } from './annotate/annotator.ts';
import { type Article, textOfArticle } from './eval/article.ts';
import { SCORER, scoreArticles } from './eval/score-articles.ts';
import { openBareBundledPack, openBundledPack } from './packs/open-pack.ts';

const WITHOUT_WORDINGS = '--without-wordings';

/**
 * Annotates labelled articles and prints what the scorer says of them. `--without-wordings` leaves our own
 * wordings and cues out of the index; further options go to the scorer.
 */
function main(): void {
  const bare = process.argv.includes(WITHOUT_WORDINGS);
  const args = process.argv.slice(2).filter((arg) => arg !== WITHOUT_WORDINGS);
  const files = args.filter((arg) => arg.endsWith('.jsonl'));
  if (files.length === 0) {
    console.error('usage: npm run eval -- ARTICLES.jsonl… [--without-wordings] [--misses N]');
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
  const annotate = createAnnotator(bare ? openBareBundledPack() : openBundledPack(), 'balanced');
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
