import { createTokenizer } from '../../utils/match/tokenize.ts';
import { compileIndex } from '../../utils/pack/compile.ts';
import { openIndex, type PackIndex } from '../../utils/pack/index-format.ts';
import type { IndexInput } from '../../utils/pack/index-input.ts';
import { loadBackground } from '../packs/background-lists.ts';
import type { VerifiedClaim } from './data.ts';

/** Compiles claims to an index as any pack is compiled: the statement first, then the title, as wordings. */
export function buildClaimIndex(claims: readonly VerifiedClaim[]): PackIndex {
  const input: IndexInput = {
    pack: { id: 'verified-claims', name: 'Verified claims', version: '1.0.0', date: '2020-06-08' },
    subject: { parties: [] },
    items: claims.map(({ id, statement, title }) => ({
      id,
      kind: 'claim',
      topics: [],
      wordings: [
        { language: 'en', text: statement, origin: 'original' },
        { language: 'en', text: title, origin: 'report' },
      ],
      cues: [],
      avoid: [],
    })),
    entries: new Map(),
  };
  const tokenize = createTokenizer();
  const bytes = compileIndex(input, { tokenize, background: loadBackground(tokenize) });
  return openIndex(bytes.buffer);
}
