import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';
import { type LookedAt, lookedAt } from '../../utils/own-page/use-page-view.ts';

/**
 * The tab that the reader looks at in a window, through changes of tab and of address. It is the same
 * object as long as nothing about it has changed.
 */
export function useTab(windowId: number): LookedAt {
  const [tab, setTab] = useState<LookedAt>(() => lookedAt(undefined));
  useEffect(() => {
    let turn = 0;
    async function look(): Promise<void> {
      turn += 1;
      const mine = turn;
      const [active] = await browser.tabs.query({ active: true, windowId }).catch(() => []);
      if (mine !== turn) return;
      const now = lookedAt(active);
      setTab((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    }
    const { onActivated, onUpdated } = browser.tabs;
    onActivated.addListener(look);
    onUpdated.addListener(look);
    void look();
    return () => {
      turn += 1;
      onActivated.removeListener(look);
      onUpdated.removeListener(look);
    };
  }, [windowId]);
  return tab;
}
