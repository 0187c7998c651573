import { describe, expect, it, vi } from 'vitest';
import { createFrames } from '../../../entrypoints/background/frames.ts';
import type { callPage, PageTally } from '../../../utils/messages.ts';
import { framesOf, MOST_FRAMES, type SessionArea } from '../../../utils/own-page/frames.ts';

const TAB = 7;
const NONE: PageTally = { state: 'off-subject', count: 0 };
const ready = (count: number): PageTally => ({ state: 'ready', count });
const GONE = { ok: false, error: { failure: 'no-receiver', message: '', remedy: '' } } as const;

function memory(): SessionArea {
  let kept: Record<string, unknown> = {};
  return {
    get: async (key) => structuredClone({ [key]: kept[key] }),
    set: async (items) => {
      kept = { ...kept, ...structuredClone(items) };
    },
  };
}

const BUSY = { ok: false, error: { failure: 'timeout', message: '', remedy: '' } } as const;

/** A tab whose frames hold what `holds` says; a frame that is not in it has gone. */
function tab(
  holds: Map<number, PageTally>,
  visited = new Map<number, number>(),
  area = memory(),
  busy = new Set<number>(),
) {
  const asked: string[] = [];
  const ask = vi.fn(async (_tab: number, name: string, _request: unknown, frameId = 0) => {
    asked.push(`${name} ${frameId}`);
    const own = holds.get(frameId);
    if (own === undefined) return GONE;
    if (busy.has(frameId)) return BUSY;
    if (name === 'tally') return { ok: true, value: own };
    if (name === 'enter') return { ok: true, value: own.count > 0 };
    if (name === 'place') return { ok: true, value: { visited: visited.get(frameId) ?? 0 } };
    return { ok: true, value: null };
  });
  const frames = createFrames({
    area,
    openTabs: async () => [TAB],
    ask: ask as unknown as typeof callPage,
  });
  const report = (frameId: number) =>
    frames.report({ tabId: TAB, frameId }, holds.get(frameId) ?? NONE);
  return { frames, report, asked, area };
}

const STEP = { by: 1, opens: false, hasLeft: false } as const;

describe('the frames of a tab', () => {
  it('cost a page without any nothing but its own report', async () => {
    const { report, asked, area } = tab(new Map([[0, ready(3)]]));
    expect(await report(0)).toEqual(ready(3));
    expect(asked).toEqual([]);
    expect(await framesOf(area, TAB)).toEqual([]);
  });

  it('add up, whoever reports first', async () => {
    const holds = new Map([
      [4, ready(2)],
      [0, NONE],
      [9, ready(1)],
    ]);
    const { report, area } = tab(holds);
    expect(await report(4)).toEqual(ready(2));
    expect(await report(0)).toEqual(ready(2));
    expect(await report(9)).toEqual(ready(3));
    expect(await framesOf(area, TAB)).toEqual([4, 9]);
  });

  it('are counted no more when they say that they go, or no longer answer', async () => {
    const holds = new Map([
      [0, ready(1)],
      [4, ready(2)],
      [9, ready(5)],
    ]);
    const { report, frames, area } = tab(holds);
    await report(4);
    await report(9);
    expect(await frames.report({ tabId: TAB, frameId: 9 }, NONE)).toEqual(ready(3));
    holds.delete(4);
    expect(await report(0)).toEqual(ready(1));
    expect(await framesOf(area, TAB)).toEqual([]);
  });

  it('are not forgotten while they are too busy to answer in time', async () => {
    const holds = new Map([
      [0, ready(1)],
      [4, ready(2)],
    ]);
    const busy = new Set<number>();
    const { report, area } = tab(holds, new Map(), memory(), busy);
    await report(4);
    busy.add(4);
    expect(await report(0)).toEqual(ready(1));
    expect(await framesOf(area, TAB)).toEqual([4]);
    busy.delete(4);
    expect(await report(0)).toEqual(ready(3));
  });

  it('are kept up to a bound, however many there are', async () => {
    const holds = new Map([[0, ready(0)]]);
    const { report, area } = tab(holds);
    for (let id = 1; id <= MOST_FRAMES + 20; id += 1) {
      holds.set(id, ready(1));
      await report(id);
    }
    expect((await framesOf(area, TAB)).length).toBe(MOST_FRAMES);
  });

  it('lose none of several reports made at once', async () => {
    const holds = new Map([[0, ready(0)]]);
    for (let id = 1; id <= 10; id += 1) holds.set(id, ready(1));
    const { report, area } = tab(holds);
    await Promise.all([...holds.keys()].map(report));
    expect((await framesOf(area, TAB)).length).toBe(10);
  });

  it('are forgotten with tabs that were closed', async () => {
    const area = memory();
    await area.set({
      frames: Object.fromEntries(Array.from({ length: 30 }, (_, at) => [100 + at, [1]])),
    });
    const { report } = tab(new Map([[4, ready(1)]]), new Map(), area);
    await report(4);
    expect(await framesOf(area, 100)).toEqual([]);
    expect(await framesOf(area, TAB)).toEqual([4]);
  });

  it('are walked round, past those that hold nothing any more', async () => {
    const holds = new Map([
      [0, ready(1)],
      [4, ready(1)],
      [9, ready(1)],
    ]);
    const { frames, report, asked } = tab(holds);
    await report(4);
    await report(9);
    holds.set(4, NONE);
    asked.length = 0;
    expect(await frames.stepOn({ tabId: TAB, frameId: 0 }, STEP)).toBe(true);
    expect(await frames.stepOn({ tabId: TAB, frameId: 0 }, { ...STEP, by: -1 })).toBe(true);
    expect(await frames.stepOn({ tabId: TAB, frameId: 9 }, STEP)).toBe(true);
    expect(asked).toEqual(['enter 4', 'enter 9', 'enter 9', 'enter 0']);
  });

  it('go on in the frame that the reader has gone to, and say where there is no other', async () => {
    const holds = new Map([
      [0, ready(1)],
      [4, ready(1)],
    ]);
    const { frames, report, asked } = tab(holds, new Map([[4, 50]]));
    expect(await frames.stepOn({ tabId: TAB, frameId: 0 }, STEP)).toBe(false);
    expect(await frames.inUse(TAB)).toBe(0);
    await report(4);
    expect(await frames.inUse(TAB)).toBe(4);
    await frames.stepOn({ tabId: TAB, frameId: 0 }, { ...STEP, hasLeft: true });
    expect(asked.at(-1)).toBe('step 4');
  });

  it('take a broken record for none', async () => {
    const area = memory();
    await area.set({ frames: { [TAB]: ['x'], 8: 'y' } });
    expect(await framesOf(area, TAB)).toEqual([]);
  });
});
