/**
 * Which frames of a tab hold matches beside the page itself. The background keeps it in the browser's
 * memory for the session, where it outlives its worker; popup and panel read it there, which wakes
 * nobody. Content scripts have no access to that memory.
 */
export const FRAMES_KEY = 'frames';

/** Frames of one tab that are kept at most: bounded work on pages with thousands. */
export const MOST_FRAMES = 50;

/** Ids of frames by tab, in the order in which they were first heard of; never 0, the page itself. */
export type FramesByTab = Readonly<Record<string, readonly number[]>>;

/** The part of the browser's storage that is used here. */
export interface SessionArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** What is kept, parsed; what is broken counts as nothing. */
export async function readFrames(area: SessionArea): Promise<FramesByTab> {
  const { [FRAMES_KEY]: stored } = await area.get(FRAMES_KEY);
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter(([, ids]) => Array.isArray(ids) && ids.every(Number.isInteger)),
  );
}

/** Ids of the frames of a tab that hold matches, without the page itself. */
export async function framesOf(area: SessionArea, tabId: number): Promise<readonly number[]> {
  return (await readFrames(area).catch(() => ({}) as FramesByTab))[tabId] ?? [];
}
