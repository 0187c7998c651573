import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';
import { callBackground, callPage, type PackCoverage, type PageTopic } from '../messages.ts';
import { type Settings, siteOf } from '../settings/settings.ts';
import { type DocumentType, documentTypeOf, hiddenTypeOf } from './document-type.ts';
import { framesOf } from './frames.ts';
import { type FrameHeard, type Joined, joinFrames } from './joined.ts';
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

/** What the page answered last, joined with its frames, and where the reader is on it. */
export interface Heard extends Joined {
  /** What a page that does not answer is. */
  readonly type: DocumentType;
}

/**
 * The page's view, kept up to date while it is shown: the page and those of its frames that hold matches
 * are asked often for the reader's place, which is small, and for the whole view only when that says it
 * has changed. Null before the first answer. `tab` has to be the same object as long as the tab shows
 * the same page.
 */
export function usePageView(tab: LookedAt, settings: Settings): Heard | null {
  const [heard, setHeard] = useState<(HeardNow & { readonly of: LookedAt }) | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed setting may have changed the page at once
  useEffect(() => {
    if (!mayAsk(tab.address)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const hear = listenTo(tab);

    async function ask(): Promise<void> {
      const now = await hear();
      if (isOver) return;
      setHeard((before) =>
        before?.of === tab && before.key === now.key ? before : { ...now, of: tab },
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

interface HeardNow extends Heard {
  /** Changes whenever anything else here does. */
  readonly key: string;
}

/** Returns what asks a tab's page and frames; views that have not changed are not asked for again. */
function listenTo(tab: LookedAt): () => Promise<HeardNow> {
  let type: DocumentType | undefined;
  const known = new Map<number, { readonly revision: string; readonly heard: FrameHeard }>();

  async function hear(frameId: number): Promise<FrameHeard> {
    const place = await callPage(tab.id, 'place', null, frameId);
    if (!place.ok) {
      known.delete(frameId);
      return { frameId, view: place, place: null, site: null };
    }
    const { revision } = place.value;
    const before = known.get(frameId);
    if (before?.revision === revision) return { ...before.heard, place: place.value };
    const view = await callPage(tab.id, 'view', null, frameId);
    const site = siteOf(place.value.address);
    const heard = { frameId, view, place: place.value, site };
    known.set(frameId, { revision, heard });
    return heard;
  }

  return async () => {
    const frames = await framesOf(browser.storage.session, tab.id);
    const [page, ...others] = await Promise.all([hear(0), ...frames.map(hear)]);
    const isSilent = !page.view.ok && page.view.error.failure === 'no-receiver';
    if (isSilent && !tab.isLoading) type ??= await documentTypeOf(tab.id);
    const key = [page, ...others].map(({ frameId, view, place }) => [
      frameId,
      place,
      view.ok || view.error,
    ]);
    return {
      ...joinFrames(page, others),
      type: type ?? 'unknown',
      key: JSON.stringify([type, key]),
    };
  };
}

/** What a tab is that the browser does not name; `unknown` for every other. */
export function useHiddenType({ id, address }: LookedAt): DocumentType {
  const [type, setType] = useState<DocumentType>('unknown');
  useEffect(() => {
    setType('unknown');
    if (address !== '' || id < 0) return;
    let isOver = false;
    void hiddenTypeOf(id).then((seen) => isOver || setType(seen));
    return () => {
      isOver = true;
    };
  }, [id, address]);
  return type;
}

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
