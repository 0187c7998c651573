import type { PackIndex } from '../pack/index-format.ts';
import { arbitrate, type Found } from './arbitrate.ts';
import type { Comparison } from './comparison.ts';
import { CueFlag } from './constants.ts';
import { weightOfHit } from './cue-features.ts';
import { createDecider, type Decisions, type ScoredComparison } from './decide.ts';
import type { Retelling } from './find-retellings.ts';
import { matchOfComparison, matchOfCue, topicsOf } from './make-match.ts';
import { MODEL } from './model-weights.ts';
import { type PageText, readPageText, spanOf } from './page-text.ts';
import { partyNamesIn } from './parties.ts';
import { Quotations } from './quotations.ts';
import { quotedParts } from './quoted-parts.ts';
import type { ScoreModel } from './score.ts';
import { rangeOf } from './sentences.ts';
import { createTokenizer, type Tokenizer } from './tokenize.ts';
import type { Degree, Match, Sensitivity, Span } from './types.ts';
import { WordingViews } from './wording-view.ts';

/** The engine on one index. It keeps working memory: one call at a time. */
export interface Engine {
  /**
   * All matches in `text`, in reading order, nested ones too. Paragraphs are separated by two line feeds;
   * nothing is matched across them, so a text may be handed over in slices cut there. Offsets are UTF-16
   * units into `text`. Any string is accepted.
   */
  match(text: string, sensitivity: Sensitivity): Match[];
  /**
   * Everything that stood for decision, with its features and score, and retellings of sentences far from the
   * subject, which a match does not look for: for calibration and for tests.
   */
  explain(text: string): Decisions;
}

/** Degrees in which somebody's words stand on the page as a quotation. */
const QUOTED: ReadonlySet<Degree> = new Set(['verbatim', 'partial', 'altered']);

/** Makes the engine of an index. `tokenize` is given where it was made before the index was there. */
export function createEngine(
  index: PackIndex,
  model: ScoreModel = MODEL,
  tokenize: Tokenizer = createTokenizer(),
): Engine {
  const { sections } = index;
  const names = partyNamesIn(sections, index.meta.subject.parties.length);
  const views = new WordingViews(sections);
  const decide = createDecider(index, model, views);
  return {
    explain: (text) =>
      decide(readPageText(text, index, tokenize, names), {
        keepFeatures: true,
        everySentence: true,
      }),
    match(text, sensitivity) {
      const page = readPageText(text, index, tokenize, names);
      const least = model.thresholds[sensitivity];
      const quotations = new Quotations(page);
      const found: Found[] = [];
      const { comparisons, retellings, cues } = decide(page, { least });
      const addComparison = (
        comparison: Comparison,
        { score, item }: Pick<ScoredComparison, 'score' | 'item'>,
        retoldIn: Span | null,
      ): void => {
        const view = views.get(comparison.wording);
        for (const part of quotedParts(page, quotations, comparison, view, sections)) {
          const match = matchOfComparison(index, page, part, score, view);
          if (sensitivity === 'quotations' && !QUOTED.has(match.degree)) continue;
          found.push({
            match,
            topics: topicsOf(sections, item),
            strength: part.window.shared,
            isCue: false,
            isWhole: match.degree === 'verbatim',
            retoldIn,
          });
        }
      };
      for (const decided of comparisons)
        if (decided.score >= least.wordings) addComparison(decided.comparison, decided, null);
      for (const decided of retellings)
        if (decided.score >= least.retellings)
          addComparison(decided.retelling.comparison, decided, roomOf(page, decided.retelling));
      for (const { hit, score, item } of cues) {
        const lowest = hit.flags & CueFlag.ours ? least.cues : least.knownCues;
        if (score < lowest || sensitivity === 'quotations') continue;
        const match = matchOfCue(index, page, hit, score);
        // A phrase by which a clause or claim is told again is a restatement: it stands back behind a fuller one.
        const isCue = match.kind === 'framing';
        found.push({
          match,
          topics: topicsOf(sections, item),
          strength: isCue ? 0 : weightOfHit(hit, page.terms),
          isCue,
          isWhole: false,
          retoldIn: null,
        });
      }
      return arbitrate(found);
    },
  };
}

/** Shortest retelling, in words or Chinese characters, that says something beside what else its sentence says. */
const LEAST_APART = 6;

/** Where a retelling gives way to what else was found for its topic: on its stretch; a short one in its sentence. */
function roomOf(page: PageText, { comparison }: Retelling): Span {
  const { from, to } = comparison;
  if (to - from >= LEAST_APART) return spanOf(page.tokens, from, to);
  const sentence = rangeOf(page.sentences, from);
  const first = page.sentences.start[sentence] ?? from;
  return spanOf(page.tokens, first, page.sentences.start[sentence + 1] ?? to);
}
