import { isAboutSubject } from '../../utils/match/about.ts';
import { createEngine } from '../../utils/match/engine.ts';
import { gateOf, passesGate } from '../../utils/match/gate.ts';
import { withoutLone } from '../../utils/match/lone-match.ts';
import type { ScoreModel } from '../../utils/match/score.ts';
import type { Match, Sensitivity } from '../../utils/match/types.ts';
import type { PackIndex } from '../../utils/pack/index-format.ts';

/** Finds the matches of one text, as the extension would on a page with that text. */
export type Annotator = (text: string) => readonly Match[];

/** Makes the annotator of an index: the subject gate, then the engine, by the model that it ships with or another. */
export function createAnnotator(
  index: PackIndex,
  sensitivity: Sensitivity,
  ungated = false,
  model?: ScoreModel,
): Annotator {
  const engine = createEngine(index, model);
  const gates = [gateOf(index.meta.pack.id, index.meta.subject)];
  if (ungated) return (text) => engine.match(text, sensitivity);
  return (text) =>
    passesGate(text, gates) && isAboutSubject(text, gates)
      ? withoutLone(engine.match(text, sensitivity), sensitivity)
      : [];
}

/** What one line of output says of a match. */
export function brief(match: Match): {
  item: string;
  kind: string;
  degree: string;
  start: number;
  end: number;
  score: number;
  topic: string;
} {
  const { item, kind, degree, start, end, score, topic } = match;
  return { item, kind, degree, start, end, score: Math.round(score * 1000) / 1000, topic };
}
