import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';
import { type LookedAt, lookedAt } from '../../utils/own-page/use-page-view.ts';

/** The tab as it stands: one that was still loading when the popup opened will have loaded. */
export function useUpdated(atOpening: LookedAt): LookedAt {
  const [tab, setTab] = useState(atOpening);
  useEffect(() => {
    const { onUpdated } = browser.tabs;
    const take = (updated: Parameters<typeof lookedAt>[0]): void => setTab(lookedAt(updated));
    const listen = (id: number, _change: object, updated: Parameters<typeof lookedAt>[0]): void => {
      if (id === atOpening.id) take(updated);
    };
    onUpdated.addListener(listen);
    // It may have loaded while nobody was listening yet.
    if (atOpening.isLoading) void browser.tabs.get(atOpening.id).then(take, () => undefined);
    return () => onUpdated.removeListener(listen);
  }, [atOpening]);
  return tab;
}
