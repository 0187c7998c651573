import { watchReadingList } from '../../utils/reading-list/changes.ts';
import type { PageRecord } from '../../utils/reading-list/model.ts';
import { parsePage, parsePassage } from '../../utils/reading-list/parse.ts';
import { PLACES, type Places, placeOf, placesKey } from '../../utils/reading-list/places.ts';
import type { ReadingListStore } from '../../utils/reading-list/store.ts';

/** The part of the browser's storage that is needed. */
interface Area {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** How long changes are gathered, in milliseconds. */
const GATHER = 50;

/**
 * Keeps in storage on which pages something was saved, in step with the list, so that open pages hear
 * of every change and all others of none. `ids` name the changed records; null where any may have.
 */
export function keepPlaces(
  openList: () => Promise<ReadingListStore>,
  area: Area,
): { follow(ids: readonly string[] | null): Promise<void> } {
  let waiting: Set<string> | 'everything' | null = null;
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, GATHER));
    const changed = waiting;
    waiting = null;
    const list = await openList();
    if (changed === 'everything') await writeAll(list, area);
    else if (changed !== null) await writeSome(list, area, [...changed]);
  }

  function follow(ids: readonly string[] | null): Promise<void> {
    const isFirst = waiting === null;
    if (ids === null || waiting === 'everything') waiting = 'everything';
    else waiting = new Set([...(waiting ?? []), ...ids]);
    if (isFirst) running = running.catch(() => undefined).then(run);
    return running;
  }

  watchReadingList((ids) => void follow(ids).catch(console.error), new AbortController().signal);
  return { follow };
}

/** Where a page may be met: at its own address and under every form of it. */
const addressesOf = ({ address, forms }: PageRecord): readonly string[] => [address, ...forms];

async function writeSome(
  list: ReadingListStore,
  area: Area,
  ids: readonly string[],
): Promise<void> {
  const records = await list.records(ids);
  const pages = records.flatMap(({ kind, raw }) => {
    const parsed = kind === 'page' ? parsePage(raw) : null;
    return parsed?.ok ? [parsed.record] : [];
  });
  const kept = await list.look(async (tx) => {
    const held = new Map<PageRecord, boolean>();
    for (const page of pages) {
      const raws = await tx.objectStore('passages').index('byPage').getAll(page.id);
      held.set(page, raws.some(isAlive));
    }
    return held;
  });
  const keys = pages.flatMap(addressesOf).flatMap((address) => placesKey(address) ?? []);
  const stored = await area.get([...new Set(keys)]);
  const changed: Record<string, Record<string, number>> = {};
  for (const [page, isKept] of kept) {
    for (const address of new Set(addressesOf(page))) {
      const key = placesKey(address);
      if (key === null) continue;
      changed[key] ??= { ...(stored[key] as Places | undefined) };
      const places = changed[key];
      const place = placeOf(address);
      if (isKept) places[place] = (places[place] ?? 0) + 1;
      else delete places[place];
    }
  }
  const empty = Object.keys(changed).filter((key) => Object.keys(changed[key] ?? {}).length === 0);
  for (const key of empty) delete changed[key];
  await area.set(changed);
  await area.remove(empty);
}

function isAlive(raw: unknown): boolean {
  const parsed = parsePassage(raw);
  return parsed.ok && parsed.record.deletedAt === null;
}

async function writeAll(list: ReadingListStore, area: Area): Promise<void> {
  const pages = new Map<string, PageRecord>();
  const kept = new Set<string>();
  for await (const { records } of list.batches()) {
    for (const { kind, id, raw } of records) {
      const parsed = kind === 'page' ? parsePage(raw) : parsePassage(raw);
      if (!parsed.ok) continue;
      if ('forms' in parsed.record) pages.set(id, parsed.record);
      else if (parsed.record.deletedAt === null) kept.add(parsed.record.page);
    }
  }
  const before = await area.get(null);
  const wanted: Record<string, Record<string, number>> = {};
  for (const id of kept) {
    const page = pages.get(id);
    for (const address of new Set(page ? addressesOf(page) : [])) {
      const key = placesKey(address);
      if (key === null) continue;
      wanted[key] ??= {};
      const place = placeOf(address);
      const last = (before[key] as Places | undefined)?.[place] ?? 0;
      wanted[key][place] = last + 1;
    }
  }
  const gone = Object.keys(before).filter((key) => key.startsWith(PLACES) && !(key in wanted));
  await area.set(wanted);
  await area.remove(gone);
}
