import { type Gate, gateOf } from '../../utils/match/gate.ts';
import type { Match, Sensitivity } from '../../utils/match/types.ts';
import type { Result } from '../../utils/messages.ts';
import type { PackIndex } from '../../utils/pack/index-format.ts';
import { failure } from './failure.ts';
import type { IndexFile } from './read-index-file.ts';

/** The part of the engine that the background uses. */
export interface Matcher {
  match(text: string, sensitivity: Sensitivity): readonly Match[];
}

/** A pack that is ready for use. */
export interface LoadedPack {
  readonly index: Pick<PackIndex, 'meta' | 'entry'>;
  readonly engine: Matcher;
}

/** Makes a pack of its index file. @throws Error for a file that is damaged. */
export type Opener = (file: IndexFile) => LoadedPack;

/** The installed pack, loaded with the first call that needs it. */
export interface PackService {
  /** Never rejects; a failed loading is tried again with the next call. */
  get(): Promise<Result<LoadedPack>>;
  /** What a content script needs to know whether a page is worth a message. */
  gates(): Promise<Result<readonly Gate[]>>;
}

const REMEDY = 'Install the extension anew; saved passages stay where they are.';

/**
 * Makes the service of the installed pack.
 *
 * @param load reads the index file. @param opener is made while it comes.
 */
export function createPackService(
  load: () => Promise<IndexFile>,
  opener: () => Opener,
): PackService {
  let loading: Promise<Result<LoadedPack>> | null = null;

  async function start(): Promise<Result<LoadedPack>> {
    try {
      const file = load();
      const open = opener();
      return { ok: true, value: open(await file) };
    } catch (error) {
      loading = null;
      return failure(error, { code: 'pack-damaged', remedy: REMEDY });
    }
  }

  function get(): Promise<Result<LoadedPack>> {
    loading ??= start();
    return loading;
  }

  return {
    get,
    async gates() {
      const loaded = await get();
      if (!loaded.ok) return loaded;
      const { pack, subject } = loaded.value.index.meta;
      return { ok: true, value: [gateOf(pack.id, subject)] };
    },
  };
}

/**
 * Lays the gates where content scripts read them without a message.
 *
 * @throws Error where the pack cannot be loaded; what lay there before stays.
 */
export async function keepGates(
  packs: PackService,
  storage: { set(items: Record<string, unknown>): Promise<void> },
): Promise<void> {
  const gates = await packs.gates();
  if (!gates.ok) throw new Error(`${gates.error.message} ${gates.error.remedy}`);
  await storage.set({ gates: gates.value });
}
