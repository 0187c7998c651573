import type { callPage, FrameStep, PageTally } from '../../utils/messages.ts';
import {
  FRAMES_KEY,
  type FramesByTab,
  framesOf,
  MOST_FRAMES,
  readFrames,
  type SessionArea,
} from '../../utils/own-page/frames.ts';

/** Tabs from which on closed ones are looked for and forgotten. */
const MANY_TABS = 20;

interface FramesOptions {
  readonly area: SessionArea;
  /** Ids of the tabs that are open. */
  readonly openTabs: () => Promise<readonly number[]>;
  /** Asks a frame. */
  readonly ask: typeof callPage;
}

/** Where a frame is. */
interface Place {
  readonly tabId: number;
  readonly frameId: number;
}

export interface Frames {
  /** Notes what a frame says of itself, and resolves with what all frames of its tab come to. */
  report(place: Place, own: PageTally): Promise<PageTally>;
  /**
   * Goes on from a frame to the next that holds matches, or steps within the one that the reader has
   * gone to since; false where there is no other.
   */
  stepOn(place: Place, step: FrameStep): Promise<boolean>;
  /** The frame in which the reader last went to a match; the first with matches where that never was. */
  inUse(tabId: number): Promise<number>;
}

/**
 * Joins the frames of a tab. Only a page that has frames with matches costs more than its own report:
 * each of them is then asked anew, so that one that has gone is counted no more.
 */
export function createFrames({ area, openTabs, ask }: FramesOptions): Frames {
  /** Reports change one record: they take their turns. */
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = turn.then(task);
    turn = done.catch(() => undefined);
    return done;
  }

  async function keep(tabId: number, ids: readonly number[]): Promise<void> {
    const all = await readFrames(area);
    if (String(all[tabId] ?? []) === String(ids)) return;
    const { [tabId]: _, ...others } = all;
    const kept: FramesByTab = ids.length > 0 ? { ...others, [tabId]: ids } : others;
    await area.set({ [FRAMES_KEY]: await withoutClosed(kept) });
  }

  async function withoutClosed(all: FramesByTab): Promise<FramesByTab> {
    if (Object.keys(all).length < MANY_TABS) return all;
    const open = new Set((await openTabs()).map(String));
    return Object.fromEntries(Object.entries(all).filter(([tab]) => open.has(tab)));
  }

  async function join({ tabId, frameId }: Place, own: PageTally): Promise<PageTally> {
    const known = await framesOf(area, tabId);
    const isNew = frameId !== 0 && own.count > 0 && !known.includes(frameId);
    const ids = isNew && known.length < MOST_FRAMES ? [...known, frameId] : known;
    if (frameId === 0 && ids.length === 0) return own;
    const heard = await Promise.all(
      [0, ...ids].map(async (id): Promise<readonly [number, PageTally | null, boolean]> => {
        if (id === frameId) return [id, own, false];
        const answer = await ask(tabId, 'tally', null, id);
        if (answer.ok) return [id, answer.value, false];
        return [id, null, answer.error.failure === 'timeout'];
      }),
    );
    // One that is too busy to answer in time has not gone: it is asked again with the next report.
    const there = heard.filter(([, one, isBusy]) => isBusy || (one?.count ?? 0) > 0);
    await keep(
      tabId,
      there.map(([id]) => id).filter((id) => id !== 0),
    );
    const count = heard.reduce((sum, [, one]) => sum + (one?.count ?? 0), 0);
    const [[, page] = [0, null]] = heard;
    return { state: count > 0 ? 'ready' : (page?.state ?? 'off-subject'), count };
  }

  async function inUse(tabId: number): Promise<number> {
    const others = await framesOf(area, tabId);
    if (others.length === 0) return 0;
    let latest = { frameId: 0, visited: -1 };
    for (const frameId of [0, ...others]) {
      const [place, tally] = await Promise.all([
        ask(tabId, 'place', null, frameId),
        ask(tabId, 'tally', null, frameId),
      ]);
      if (!place.ok || !tally.ok || tally.value.count === 0) continue;
      const { visited } = place.value;
      if (visited > latest.visited) latest = { frameId, visited };
    }
    return latest.frameId;
  }

  return {
    inUse,
    report: (place, own) => inTurn(() => join(place, own)),
    async stepOn({ tabId, frameId }, step) {
      if (step.hasLeft) {
        const now = await inUse(tabId);
        if (now !== frameId) return (await ask(tabId, 'step', step, now)).ok;
      }
      const ids = [0, ...(await framesOf(area, tabId))];
      const at = Math.max(0, ids.indexOf(frameId));
      for (let far = 1; far < ids.length; far += 1) {
        const next = ids[(at + far * step.by + ids.length * far) % ids.length] ?? 0;
        const entered = await ask(tabId, 'enter', step, next);
        if (entered.ok && entered.value) return true;
      }
      return false;
    },
  };
}
