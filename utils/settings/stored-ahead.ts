import { browser } from '#imports';
import { SETTING_KEYS } from './storage.ts';

type Stored = Record<string, unknown>;

interface Ahead {
  readonly answer: Promise<Stored>;
  /** Ends listening for changes. */
  readonly end: () => void;
}

type World = { parallaxAhead?: Ahead | undefined };

/**
 * Asks storage for the settings, and for what lies under `others`, while the page is still loading. The
 * answer comes when the browser has time for it: the script that reads the page then need not wait. The scripts of
 * one page know each other by a name in a world that no page can reach.
 */
export function readStorageAhead(others: readonly string[]): void {
  const world = globalThis as World;
  const { storage } = browser;
  const forget = () => {
    storage.onChanged.removeListener(forget);
    world.parallaxAhead = undefined;
  };
  storage.onChanged.addListener(forget);
  const answer = storage.local.get([...SETTING_KEYS, ...others]);
  answer.catch(forget);
  world.parallaxAhead = { answer, end: () => storage.onChanged.removeListener(forget) };
}

/** What was asked for ahead, once; null where nothing was, or where something has changed since. */
export function takeStoredAhead(): Promise<Stored> | null {
  const world = globalThis as World;
  const ahead = world.parallaxAhead;
  world.parallaxAhead = undefined;
  ahead?.end();
  return ahead?.answer ?? null;
}
