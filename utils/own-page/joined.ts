import type { PagePlace, PageView, PageViewMatch, Result } from '../messages.ts';

/** What one frame of a tab answered; the page itself is frame 0. */
export interface FrameHeard {
  readonly frameId: number;
  readonly view: Result<PageView>;
  readonly place: PagePlace | null;
  /** The frame's site, or null where it has none. */
  readonly site: string | null;
}

/** Where a match of a joined view stands. */
export interface MatchPlace {
  readonly frameId: number;
  /** Index in that frame's own view. */
  readonly index: number;
}

export interface Joined {
  readonly view: Result<PageView>;
  readonly place: PagePlace | null;
  /** One for each match of `view`, in the same order. */
  readonly places: readonly MatchPlace[];
}

/**
 * One view of a page and its frames: the page's matches in reading order, then those of each frame, which
 * are marked as such. The page says how it stands, unless it holds nothing and a frame does.
 */
export function joinFrames(page: FrameHeard, frames: readonly FrameHeard[]): Joined {
  const others = frames.filter(({ view }) => view.ok && view.value.matches.length > 0);
  const all = [page, ...others];
  const matches: PageViewMatch[] = [];
  const places: MatchPlace[] = [];
  let current = -1;
  let visited = -1;
  for (const { frameId, view, place, site } of all) {
    if (!view.ok) continue;
    const own = place?.current ?? view.value.current;
    if (own >= 0 && (place?.visited ?? 0) > visited) {
      visited = place?.visited ?? 0;
      current = matches.length + own;
    }
    for (const match of view.value.matches) {
      const embedded = frameId === 0 ? {} : { embedded: site };
      matches.push({ ...match, index: matches.length, ...embedded });
      places.push({ frameId, index: match.index });
    }
  }
  const isCut = all.some(({ view }) => view.ok && view.value.isCut === true);
  const place = page.place && { ...page.place, current, visited: Math.max(0, visited) };
  if (others.length === 0) return { view: page.view, place, places };
  return {
    view: { ok: true, value: { state: 'ready', problem: null, matches, isCut, current } },
    place,
    places,
  };
}
