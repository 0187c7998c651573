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

/** Which parts of a pack go into an index. */
export interface PackParts {
  /** Leaves `wordings/` out: our own wordings, cues and near misses. Claims keep their statements. */
  readonly withoutWordings?: boolean;
}

/** Reads the pack in a folder. Throws `PackFaultsError` with every fault. */
export function readPackFolder(folder: string, parts: PackParts = {}): IndexInput {
  const { pack, faults } = loadPack(readPackFiles(folder));
  if (pack === null) throw new PackFaultsError(faults);
  return indexInputOf(parts.withoutWordings ? { ...pack, wordings: [] } : pack);
}

/** Compiles a pack's folder to the bytes of its index file. */
export function buildPackFolder(folder: string, parts: PackParts = {}): Uint8Array {
  const tokenize = createTokenizer();
  const background = loadBackground(tokenize);
  return compileIndex(readPackFolder(folder, parts), { tokenize, background });
}
