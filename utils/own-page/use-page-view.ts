import { useEffect, useState } from 'preact/hooks';
import {
  callBackground,
  callPage,
  type PackCoverage,
  type PagePlace,
  type PageTopic,
  type PageView,
  type Result,
} from '../messages.ts';
import type { Settings } from '../settings/settings.ts';
import { mayAsk } from './panel-page.ts';

/** Time between two questions to the page, in milliseconds. */
const REFRESH = 300;

/** A tab as the popup and the side panel know it. */
export interface LookedAt {
  /** -1 where the tab cannot be named. */
  readonly id: number;
  readonly address: string;
  readonly windowId: number;
  /** Whether the tab is being loaded: nobody answers then, and soon somebody will. */
  readonly isLoading: boolean;
}

/** The part of a browser's tab that is used here. */
interface BrowserTab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly windowId?: number | undefined;
  readonly status?: string | undefined;
}

/** A tab of the browser as it is shown; one without an address is a page of the browser's own. */
export function lookedAt(tab: BrowserTab | undefined): LookedAt {
  const { id = -1, url: address = '', windowId = -1, status } = tab ?? {};
  return { id, address, windowId, isLoading: status === 'loading' };
}

/** What the page answered last, and where the reader is on it; null before the first answer. */
export interface Heard {
  readonly view: Result<PageView>;
  readonly place: PagePlace | null;
}

/**
 * The page's view, kept up to date while it is shown: the page is asked often for its place, which is
 * small, and for the whole view only when that says it has changed. `tab` has to be the same object
 * as long as the tab shows the same page.
 */
export function usePageView(tab: LookedAt, settings: Settings): Heard | null {
  const [heard, setHeard] = useState<(Heard & { readonly of: LookedAt }) | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed setting may have changed the page at once
  useEffect(() => {
    if (!mayAsk(tab.address)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    let known: { readonly revision: string; readonly view: Result<PageView> } | null = null;

    async function listen(): Promise<Heard> {
      const place = await callPage(tab.id, 'place', null);
      if (!place.ok) {
        known = null;
        return { view: place, place: null };
      }
      const { revision } = place.value;
      if (known === null || known.revision !== revision) {
        known = { revision, view: await callPage(tab.id, 'view', null) };
      }
      return { view: known.view, place: place.value };
    }

    async function ask(): Promise<void> {
      const now = await listen();
      if (isOver) return;
      setHeard((before) =>
        before?.of === tab && isSame(before, now) ? before : { ...now, of: tab },
      );
      timer = setTimeout(ask, REFRESH);
    }

    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [tab, settings]);
  return heard?.of === tab ? heard : null;
}

function isSame(before: Heard, now: Heard): boolean {
  const isSameView = before.view === now.view || (!now.view.ok && isEqual(before.view, now.view));
  return isSameView && isEqual(before.place, now.place);
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The topics of items, with their framings; what is shown stays until the new answer has come. */
export function useTopics(items: readonly string[]): readonly PageTopic[] {
  const [topics, setTopics] = useState<readonly PageTopic[]>([]);
  const wanted = [...new Set(items)].sort().join('\n');
  useEffect(() => {
    let isOver = false;
    if (wanted === '') {
      setTopics([]);
    } else {
      void callBackground('topics', { items: wanted.split('\n') }).then((answer) => {
        if (!isOver && answer.ok) setTopics(answer.value);
      });
    }
    return () => {
      isOver = true;
    };
  }, [wanted]);
  return topics;
}

/** What the installed pack covers; null while that is not known. */
export function useCoverage(): PackCoverage | null {
  const [coverage, setCoverage] = useState<PackCoverage | null>(null);
  useEffect(() => {
    void callBackground('coverage', null).then((answer) => {
      if (answer.ok) setCoverage(answer.value);
    });
  }, []);
  return coverage;
}
