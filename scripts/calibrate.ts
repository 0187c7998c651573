import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAboutSubject } from '../utils/match/about.ts';
import { CUE_FEATURES } from '../utils/match/cue-features.ts';
import { createEngine } from '../utils/match/engine.ts';
import { FEATURES, RETELLING_FEATURES } from '../utils/match/features.ts';
import { gateOf, passesGate } from '../utils/match/gate.ts';
import { MODEL } from '../utils/match/model-weights.ts';
import type { LogisticModel, ScoreModel, Thresholds } from '../utils/match/score.ts';
import type { Match, Sensitivity } from '../utils/match/types.ts';
import type { PackIndex } from '../utils/pack/index-format.ts';
import { createAnnotator } from './annotate/annotator.ts';
import { itemTrust } from './calibrate/item-trust.ts';
import { type Coefficients, fitLogistic, type Sample } from './calibrate/logistic.ts';
import { isSameSpan, placeLabels } from './eval/agreement.ts';
import { type Article, textOfArticle } from './eval/article.ts';
import { scoreArticles } from './eval/score-articles.ts';
import { openBundledPack } from './packs/open-pack.ts';
import { ROOT } from './root.ts';

/**
 * Fits the score to the development articles and writes `utils/match/model-weights.ts`; prints, by
 * cross-validation over articles, what the engine reaches on articles that the model was not fitted to.
 */
const DEV = path.resolve(ROOT, '../shared/eval/dev');
const TOPICS = path.resolve(ROOT, '../shared/eval/topics.json');
const FOLDS = 5;
const RIDGE = 1;

function main(): void {
  if (!existsSync(DEV)) {
    console.log(`skipped: the development articles ${DEV} are not here`);
    return;
  }
  const articles = readdirSync(DEV)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(path.join(DEV, file), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Article);
  const topics = JSON.parse(readFileSync(TOPICS, 'utf8')) as Record<string, readonly string[]>;
  const index = openBundledPack();
  const samples = samplesOf(index, articles, topics);
  const flat = [...samples.values()].flat();
  console.log(
    `${flat.length} comparisons, ${flat.filter((sample) => sample.isMatch).length} of them matches`,
  );

  const grid = process.argv.includes('--grid')
    ? [0.6, 0.7, 0.75, 0.8, 0.85, 0.9]
    : [MODEL.thresholds.balanced.wordings];
  const cueGrid = process.argv.includes('--grid')
    ? [0.6, 0.7, 0.75, 0.8, 0.85, 0.9]
    : [MODEL.thresholds.balanced.cues];
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fit(
      articles
        .filter((__, at) => at % FOLDS !== fold)
        .flatMap((article) => samples.get(article.id) ?? []),
    ),
  );
  for (const wordings of grid) {
    for (const cues of cueGrid) {
      const predictions = new Map<string, readonly Match[]>();
      models.forEach((model, fold) => {
        annotateAll(
          index,
          withThresholds(model, { ...MODEL.thresholds.balanced, wordings, cues }),
          articles.filter((_, at) => at % FOLDS === fold),
          predictions,
        );
      });
      const report = scoreArticles(
        articles,
        predictions,
        process.argv.includes('--misses') ? ['--misses', '999'] : [],
      );
      console.log(`wordings ${wordings}, cues ${cues}`);
      console.log(
        process.argv.includes('--grid')
          ? report
              .split('\n')
              .filter((line) => /^topic|^byKind|^articles w/.test(line))
              .join('\n')
          : report,
      );
    }
  }
  for (const sensitivity of ['quotations', 'balanced', 'broad'] as const) {
    const predictions = new Map<string, readonly Match[]>();
    models.forEach((model, fold) => {
      const unseen = articles.filter((_, at) => at % FOLDS === fold);
      annotateAll(index, model, unseen, predictions, sensitivity);
    });
    const [topic] = /^topic.*$/m.exec(scoreArticles(articles, predictions, [])) ?? [];
    console.log(`${sensitivity}: ${topic}`);
  }
  write(fit(flat));
}

/** What a possible match was found by. */
type Stage = 'wordings' | 'retellings' | 'cues';

interface KindedSample extends Sample {
  readonly kind: Stage;
  readonly item: string;
  readonly article: string;
  /** A quotation, which needs no score. */
  readonly isSaid: boolean;
}

function fit(samples: readonly KindedSample[]): ScoreModel {
  const fitKind = (kind: Stage): Coefficients =>
    fitLogistic(
      samples.filter((sample) => sample.kind === kind),
      RIDGE,
    );
  const coefficients = {
    wordings: fitKind('wordings'),
    retellings: fitKind('retellings'),
    cues: fitKind('cues'),
  };
  const trust = (kind: Stage): Map<string, number> =>
    itemTrust(
      samples
        .filter((sample) => sample.kind === kind && !sample.isSaid)
        .map((sample) => ({
          ...sample,
          logOdds: logOdds(coefficients[kind], sample.features),
        })),
    );
  const lists = [trust('wordings'), trust('retellings'), trust('cues')];
  const ids = [...new Set(lists.flatMap((list) => [...list.keys()]))].sort();
  return {
    wordings: modelOf(coefficients.wordings, FEATURES),
    retellings: modelOf(coefficients.retellings, RETELLING_FEATURES),
    cues: modelOf(coefficients.cues, CUE_FEATURES),
    items: Object.fromEntries(
      ids.map((id) => {
        const [wordings = 0, retellings = 0, cues = 0] = lists.map((list) => list.get(id) ?? 0);
        return [id, [wordings, retellings, cues] as const];
      }),
    ),
    thresholds: MODEL.thresholds,
  };
}

function logOdds(coefficients: Coefficients, features: Float64Array): number {
  return features.reduce(
    (sum, value, at) => sum + value * (coefficients[at] ?? 0),
    coefficients[features.length] ?? 0,
  );
}

function withThresholds(model: ScoreModel, balanced: Thresholds): ScoreModel {
  return { ...model, thresholds: { ...model.thresholds, balanced } };
}

function modelOf<Name extends string>(
  coefficients: Coefficients,
  names: readonly Name[],
): LogisticModel<Name> {
  const rounded = (at: number): number => Math.round((coefficients[at] ?? 0) * 1000) / 1000;
  return {
    weights: Object.fromEntries(names.map((name, at) => [name, rounded(at)])) as Record<
      Name,
      number
    >,
    bias: rounded(names.length),
  };
}

function samplesOf(
  index: PackIndex,
  articles: readonly Article[],
  topics: Record<string, readonly string[]>,
): Map<string, KindedSample[]> {
  const engine = createEngine(index);
  const gates = [gateOf(index.meta.pack.id, index.meta.subject)];
  const { sections } = index;
  const all = new Map<string, KindedSample[]>();
  for (const article of articles) {
    const text = textOfArticle(article);
    const labels = placeLabels(article, article.labels);
    const neutral = placeLabels(article, article.ambiguous ?? []);
    const list: KindedSample[] = [];
    all.set(article.id, list);
    if (!passesGate(text, gates) || !isAboutSubject(text, gates)) continue;
    const { comparisons, retellings, cues } = engine.explain(text);
    for (const decided of [...comparisons, ...retellings, ...cues]) {
      const { features, span, item } = decided;
      const kind = 'hit' in decided ? 'cues' : 'retelling' in decided ? 'retellings' : 'wordings';
      const id = index.string(sections.itemId[item] ?? 0);
      const near = labels.filter((label) => isSameSpan(span, label));
      if (near.length === 0 && neutral.some((label) => isSameSpan(span, label))) continue;
      const own = topics[id] ?? [id];
      const isMatch = near.some((label) =>
        label.items.some(
          (other) =>
            other === id || (topics[other] ?? [other]).some((topic) => own.includes(topic)),
        ),
      );
      list.push({
        features,
        isMatch,
        weight: 1,
        kind,
        item: id,
        article: article.id,
        isSaid: kind === 'wordings' && decided.score === 1,
      });
    }
  }
  return all;
}

function annotateAll(
  index: PackIndex,
  model: ScoreModel,
  articles: readonly Article[],
  into: Map<string, readonly Match[]>,
  sensitivity: Sensitivity = 'balanced',
): void {
  const annotate = createAnnotator(index, sensitivity, false, model);
  for (const article of articles) into.set(article.id, annotate(textOfArticle(article)));
}

function write(model: ScoreModel): void {
  const { items, ...rest } = model;
  writeModule(
    'model-items',
    "import type { ItemTrust } from './score.ts';",
    '/** What the model adds for items. */\nexport const ITEMS: ItemTrust',
    inLines(items),
  );
  writeModule(
    'model-weights',
    "import { ITEMS } from './model-items.ts';\nimport type { ScoreModel } from './score.ts';",
    '/** The model that the engine uses. */\nexport const MODEL: ScoreModel',
    JSON.stringify(rest, null, 2)
      .replace(/"([a-zA-Z]+)":/g, '$1:')
      .replace('thresholds:', 'items: ITEMS,\n  thresholds:'),
  );
}

function writeModule(name: string, imports: string, start: string, value: string): void {
  const source = `// Generated by \`npm run calibrate\` from the development articles; do not edit by hand.
${imports}

${start} = ${value};
`;
  writeFileSync(path.join(ROOT, 'utils/match', `${name}.ts`), source);
}

/** As many entries a line as fit. */
function inLines(items: ScoreModel['items']): string {
  const lines = [''];
  for (const [id, trust] of Object.entries(items)) {
    const entry = `'${id}': [${trust.join(', ')}],`;
    const last = lines.length - 1;
    if ((lines[last]?.length ?? 0) + entry.length > 110) lines.push(entry);
    else lines[last] = `${lines[last]} ${entry}`.trim();
  }
  return `{\n${lines.map((line) => `  ${line}`).join('\n')}\n}`;
}

main();
