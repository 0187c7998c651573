import { describe, expect, it } from 'vitest';
import type { PageView } from '../../../utils/messages.ts';
import { type FrameHeard, joinFrames } from '../../../utils/own-page/joined.ts';

function heard(
  frameId: number,
  texts: readonly string[],
  { state = 'ready', current = -1, visited = 0, site = null as string | null } = {},
): FrameHeard {
  const matches = texts.map((text, index) => ({
    index,
    item: text,
    kind: 'clause' as const,
    degree: 'verbatim' as const,
    topic: 't',
    text,
    title: text,
    isReport: false,
  }));
  const view = { state: state as PageView['state'], problem: null, matches, current };
  const place = { revision: `${frameId}`, address: '', top: 0, current, visited };
  return { frameId, view: { ok: true, value: view }, place, site };
}

const GONE = {
  frameId: 0,
  view: { ok: false, error: { failure: 'no-receiver', message: 'x', remedy: 'y' } },
  place: null,
  site: null,
} as const;

describe('a page joined with its frames', () => {
  it('lists its own matches first, and says of the others where they stand', () => {
    const joined = joinFrames(heard(0, ['a', 'b']), [
      heard(5, ['c'], { site: 'b.example' }),
      heard(6, ['d']),
    ]);
    const matches = joined.view.ok ? joined.view.value.matches : [];
    expect(matches.map(({ text, index, embedded }) => [text, index, embedded])).toEqual([
      ['a', 0, undefined],
      ['b', 1, undefined],
      ['c', 2, 'b.example'],
      ['d', 3, null],
    ]);
    expect(joined.places[2]).toEqual({ frameId: 5, index: 0 });
  });

  it('takes the match that was visited last for the current one', () => {
    const joined = joinFrames(heard(0, ['a'], { current: 0, visited: 10 }), [
      heard(5, ['b', 'c'], { current: 1, visited: 20 }),
    ]);
    expect(joined.place?.current).toBe(2);
    expect(joined.place?.visited).toBe(20);
  });

  it('is ready where only a frame holds something, whatever the page itself says', () => {
    for (const page of [heard(0, [], { state: 'off-subject' }), GONE]) {
      const joined = joinFrames(page, [heard(5, ['b'])]);
      expect(joined.view.ok && joined.view.value.state).toBe('ready');
    }
  });

  it('stands as the page stands where no frame holds anything', () => {
    const page = heard(0, [], { state: 'off-here' });
    expect(joinFrames(page, [heard(5, [])]).view).toBe(page.view);
    expect(joinFrames(GONE, [GONE]).view).toBe(GONE.view);
  });
});
