import { isAboutSubject } from '../../utils/match/about.ts';
import { CandidateFinder } from '../../utils/match/candidates.ts';
import { ARTICLES } from '../../utils/match/cue-pattern.ts';
import { cueStartsOf } from '../../utils/match/cue-starts.ts';
import { createDecider } from '../../utils/match/decide.ts';
import { createEngine } from '../../utils/match/engine.ts';
import { findCues } from '../../utils/match/find-cues.ts';
import { findNear, findRestatements } from '../../utils/match/find-restatements.ts';
import { RetellingFinder } from '../../utils/match/find-retellings.ts';
import { findRuns } from '../../utils/match/find-shingles.ts';
import { gateOf, passesGate } from '../../utils/match/gate.ts';
import { hashWord } from '../../utils/match/hash.ts';
import { MatchMemory } from '../../utils/match/match-memory.ts';
import { MODEL } from '../../utils/match/model-weights.ts';
import { readPageText } from '../../utils/match/page-text.ts';
import { partyNamesOf } from '../../utils/match/parties.ts';
import { createClaimRanker } from '../../utils/match/rank-claims.ts';
import { subjectSentencesOf } from '../../utils/match/subject-sentences.ts';
import { createTokenizer } from '../../utils/match/tokenize.ts';
import { Vocabularies } from '../../utils/match/vocabulary.ts';
import { WordingViews } from '../../utils/match/wording-view.ts';
import { openIndex } from '../../utils/pack/index-format.ts';
import { fetchBytes, nextFrame, time } from './in-page-tools.ts';

export interface Stage {
  readonly name: string;
  /** Milliseconds, one entry a round; the first before the compiler has seen the code. */
  readonly times: readonly number[];
}

/** What each stage of matching costs by itself, on one text. */
export async function measureStages(
  address: string,
  text: string,
  rounds: number,
): Promise<Stage[]> {
  const index = openIndex(await fetchBytes(address));
  const { sections, meta } = index;
  const tokenize = createTokenizer();
  const names = partyNamesOf(meta.subject, tokenize);
  const gates = [gateOf(meta.pack.id, meta.subject)];
  const views = new WordingViews(sections);
  const memory = new MatchMemory(sections);
  const finder = new CandidateFinder(sections);
  const starts = cueStartsOf(sections);
  const articles = new Set(ARTICLES.map(hashWord));
  const decide = createDecider(index, MODEL, views);
  const retellings = new RetellingFinder(sections, new Vocabularies(sections), views, memory);
  const engine = createEngine(index);
  const rankClaims = createClaimRanker(index);
  const sentence = text.slice(0, 200);
  const stages: { readonly name: string; run(): void }[] = [];
  const tokens = tokenize(text);
  const page = readPageText(text, index, tokenize, names);
  const runs = findRuns(tokens, page.paragraphs, sections);
  const add = (name: string, run: () => void) => stages.push({ name, run });
  add('subject gate', () => passesGate(text, gates));
  add('whether it is about the subject', () => isAboutSubject(text, gates));
  add('tokenise', () => tokenize(text));
  add('read: tokenise, terms, sentences, figures, parties', () =>
    readPageText(text, index, tokenize, names),
  );
  add('shingles: runs of equal words', () => findRuns(tokens, page.paragraphs, sections));
  add('quotations: chains of runs, aligned', () => findNear(page, runs, sections, views, memory));
  add('restatements: candidates only', () => {
    const { count, start } = page.sentences;
    for (let at = 0; at < count; at += 1) {
      finder.find(page.terms, start[at] ?? 0, start[at + 1] ?? 0, 24);
    }
  });
  add('restatements, translations and claims: found and aligned', () =>
    findRestatements(page, sections, finder, views, memory),
  );
  const { comparisons, cues } = engine.explain(text);
  const sentences = subjectSentencesOf(
    page,
    cues.map(({ hit }) => hit),
    comparisons.map(({ comparison }) => comparison),
    meta.subject.parties.length,
  );
  add('retellings by the words of an item, near the subject', () =>
    retellings.find(page, sentences),
  );
  add('framing cues', () => findCues(tokens, page.mentions, sections, articles, starts));
  add('decision: all finding, with features and score', () =>
    decide(page, { least: MODEL.thresholds.balanced }),
  );
  add('whole: decision, arbitration and evidence', () => engine.match(text, 'balanced'));
  add('claims ranked for one sentence', () => rankClaims(sentence, 5));
  const measured = stages.map(({ name }) => ({ name, times: [] as number[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, { run }] of stages.entries()) measured[at]?.times.push(time(run)[1]);
    await nextFrame();
  }
  return measured;
}
