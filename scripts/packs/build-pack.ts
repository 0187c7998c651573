import { createTokenizer } from '../../utils/match/tokenize.ts';
import { compileIndex } from '../../utils/pack/compile.ts';
import { type Fault, formatFault } from '../../utils/pack/fault.ts';
import type { IndexInput } from '../../utils/pack/index-input.ts';
import { indexInputOf } from '../../utils/pack/index-input-of.ts';
import { loadPack } from '../../utils/pack/load.ts';
import { loadBackground } from './background-lists.ts';
import { readPackFiles } from './pack-files.ts';

/** A pack that has faults; all of them are listed. */
export class PackFaultsError extends Error {
  override readonly name = 'PackFaultsError';
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(formatFault).join('\n'));
  }
}

/** Reads the pack in a folder. Throws `PackFaultsError` with every fault. */
export function readPackFolder(folder: string): IndexInput {
  const { pack, faults } = loadPack(readPackFiles(folder));
  if (pack === null) throw new PackFaultsError(faults);
  return indexInputOf(pack);
}

/** Compiles a pack's folder to the bytes of its index file. */
export function buildPackFolder(folder: string): Uint8Array {
  const tokenize = createTokenizer();
  return compileIndex(readPackFolder(folder), { tokenize, background: loadBackground(tokenize) });
}
