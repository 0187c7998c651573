import { loadBackground } from '../../scripts/packs/background-lists.ts';
import { readPackFolder } from '../../scripts/packs/build-pack.ts';
import { packFolder } from '../../scripts/packs/folders.ts';
import { createTokenizer } from '../../utils/match/tokenize.ts';
import { compileIndex } from '../../utils/pack/compile.ts';
import type { IndexInput } from '../../utils/pack/index-input.ts';

/** A pattern without alternatives, gaps and options is a phrase that can be searched for as it stands. */
const PLAIN = /^[^()|[\]…{}=]+$/u;

export interface Searched {
  /** Every wording of a clause that is somebody's words, in each language. */
  readonly clauses: readonly string[];
  /** Every phrase the pack searches for: all wordings of all items, and the cues that are plain phrases. */
  readonly everything: readonly string[];
  /** An index of `clauses` and nothing else. */
  readonly clauseIndex: Uint8Array;
}

/** What the bundled pack searches for, as texts that other programs can search for too. */
export function searchedByPack(): Searched {
  const input = readPackFolder(packFolder('china-russia'));
  const own = input.items
    .filter(({ kind }) => kind === 'clause')
    .map((item) => ({
      ...item,
      cues: [],
      avoid: [],
      wordings: item.wordings.filter(({ origin }) => origin !== 'ours'),
    }));
  const tokenize = createTokenizer();
  const onlyClauses: IndexInput = { ...input, items: own };
  const phrases = input.items.flatMap(({ wordings, cues }) => [
    ...wordings.map(({ text }) => text),
    ...cues.map(({ pattern }) => pattern).filter((pattern) => PLAIN.test(pattern)),
  ]);
  return {
    clauses: own.flatMap(({ wordings }) => wordings.map(({ text }) => text)),
    everything: [...new Set(phrases)],
    clauseIndex: compileIndex(onlyClauses, { tokenize, background: loadBackground(tokenize) }),
  };
}
