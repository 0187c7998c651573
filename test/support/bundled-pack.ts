import { packFolder } from '../../scripts/packs/folders.ts';
import { readPackFiles } from '../../scripts/packs/pack-files.ts';
import { formatFault } from '../../utils/pack/fault.ts';
import { loadPack } from '../../utils/pack/load.ts';
import type { Pack } from '../../utils/pack/model.ts';

/** The pack that the project brings along, loaded from its YAML. Throws with every fault. */
export function bundledPack(): Pack {
  const { pack, faults } = loadPack(readPackFiles(packFolder('china-russia')));
  if (pack === null) throw new Error(faults.map(formatFault).join('\n'));
  return pack;
}
