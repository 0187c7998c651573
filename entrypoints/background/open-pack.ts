import { createEngine } from '../../utils/match/engine.ts';
import { MODEL } from '../../utils/match/model-weights.ts';
import { segmenter } from '../../utils/match/neat-span.ts';
import { negations } from '../../utils/match/polarity.ts';
import { createTokenizer } from '../../utils/match/tokenize.ts';
import { openIndex } from '../../utils/pack/index-format.ts';
import type { Opener } from './pack-service.ts';

/** Makes what opens index files; what needs no index is made before the file is there. */
export function createOpener(): Opener {
  const tokenize = createTokenizer();
  segmenter();
  negations();
  return ({ bytes, sum }) => {
    const index = openIndex(bytes, sum);
    return { index, engine: createEngine(index, MODEL, tokenize) };
  };
}
