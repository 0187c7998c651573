import { CueFlag, ElementKind } from '../match/constants.ts';
import { ABSENT } from '../match/hash-table.ts';
import type { CompiledCues } from './compile-cues.ts';
import type { TopicExample } from './train-topics.ts';

/** How much the words of a cue count beside those of a wording: many cues differ in one word only. */
const CUE_SHARE = 0.3;

/**
 * What the topics are learned from: the words of each wording, and those of each cue (of a choice the first
 * word of every option), as rows of the lexicon. `rowOf` gives the row of a term, or `ABSENT`.
 */
export function topicExamplesOf(
  wordings: { readonly terms: readonly Uint32Array[]; readonly item: Uint32Array },
  cues: CompiledCues,
  rowOf: (term: number) => number,
): TopicExample[] {
  const rowsOf = (terms: Iterable<number>): number[] =>
    Array.from(terms, rowOf).filter((row) => row !== ABSENT);
  const examples: TopicExample[] = wordings.terms.map((terms, wording) => ({
    rows: rowsOf(terms),
    item: wordings.item[wording] ?? 0,
    weight: 1,
  }));
  for (let cue = 0; cue < cues.item.length; cue++) {
    if ((cues.flags[cue] ?? 0) & CueFlag.avoid) continue;
    const rows = rowsOf(new Set(wordsOfCue(cues, cue)));
    examples.push({ rows, item: cues.item[cue] ?? 0, weight: CUE_SHARE });
  }
  return examples;
}

function wordsOfCue(cues: CompiledCues, cue: number): number[] {
  const words: number[] = [];
  const end = cues.start[cue + 1] ?? 0;
  for (let element = cues.start[cue] ?? 0; element < end; element++) {
    const value = cues.elementValue[element] ?? 0;
    if (cues.elementKind[element] === ElementKind.stem) words.push(value);
    if (cues.elementKind[element] !== ElementKind.choice) continue;
    const last = cues.choiceStart[value + 1] ?? 0;
    for (let at = cues.choiceStart[value] ?? 0; at < last; at++)
      words.push(firstWordFrom(cues, at));
  }
  return words;
}

/**
 * The first word of the option at a place in the list of all choices. For an option without words that of the
 * next one counts: the score was fitted to topics that were learned so.
 */
function firstWordFrom(
  { choiceOption, optionStart, optionHash }: CompiledCues,
  at: number,
): number {
  for (let place = at; place < choiceOption.length; place++) {
    const option = choiceOption[place] ?? 0;
    const from = optionStart[option] ?? 0;
    if (from < (optionStart[option + 1] ?? 0)) return optionHash[from] ?? 0;
  }
  return 0;
}
