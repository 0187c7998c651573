import { createEngine } from '../../utils/match/engine.ts';
import { MODEL } from '../../utils/match/model-weights.ts';
import { segmenter } from '../../utils/match/neat-span.ts';
import { createTokenizer } from '../../utils/match/tokenize.ts';
import { openIndex } from '../../utils/pack/index-format.ts';
import type { Opener } from './pack-service.ts';

const CHINESE = /[\u4e00-\u9fff]/;

/** Makes packs of index files. What needs no index is done before: words are folded and remembered. */
export function createOpener(): Opener {
  const tokenize = createTokenizer();
  return {
    open(bytes) {
      const index = openIndex(bytes);
      return { index, engine: createEngine(index, MODEL, tokenize) };
    },
    readAhead(text) {
      tokenize(text);
      if (CHINESE.test(text)) segmenter();
    },
  };
}
