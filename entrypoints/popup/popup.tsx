import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';
import { PageViewPanel } from '../../components/page-view/page-view.tsx';
import { type LookedAt, lookedAt } from '../../utils/own-page/use-page-view.ts';
import { usePanel } from '../../utils/own-page/use-panel.ts';
import { useDocument, useSettings } from '../../utils/own-page/use-settings.ts';
import type { Settings } from '../../utils/settings/settings.ts';

interface PopupProps {
  readonly tab: LookedAt;
  /** The settings at opening; changes are followed. */
  readonly settings: Settings;
  readonly close: () => void;
}

/** The tab as it stands: one that was still loading when the popup opened will have loaded. */
function useUpdated(atOpening: LookedAt): LookedAt {
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

/** The toolbar popup: a page's view that closes when the reader has gone elsewhere with it. */
export function Popup({ tab: tabAtOpening, settings: atOpening, close }: PopupProps) {
  const tab = useUpdated(tabAtOpening);
  const settings = useSettings(atOpening);
  const panel = usePanel({ tab, settings, after: close, place: 'popup' });
  useDocument(settings, panel, panel.t('page.title'));
  return <PageViewPanel {...panel} />;
}
