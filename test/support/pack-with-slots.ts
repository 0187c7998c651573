import { checkPack } from '../../utils/pack/check/check-pack.ts';
import type { Fault } from '../../utils/pack/fault.ts';
import { smallContext, smallPackWith } from './small-pack.ts';

/** The small pack whose claim has the figure `tolls`, with English wordings of its claim from line 4 on. */
export function packWithSlots(...wordings: readonly string[]): Map<string, string> {
  const files = smallPackWith(
    'claims/trade.yaml',
    '{value: 12000000',
    '{key: tolls, value: 12000000',
  );
  const lines = wordings.map((text) => `        - ${JSON.stringify(text)}\n`);
  return files.set(
    'wordings/claims.yaml',
    `items:\n  - id: claim-trade-1901\n    wordings:\n      en:\n${lines.join('')}`,
  );
}

/** What the check says of a pack. */
export function faultsOf(files: ReadonlyMap<string, string>): readonly Fault[] {
  return checkPack(files, smallContext()).faults;
}
