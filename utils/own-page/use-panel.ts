import { useState } from 'preact/hooks';
import { browser } from '#imports';
import type { PageViewPanelProps, PanelPage } from '../../components/page-view/types.ts';
import { type CallError, callBackground, callPage } from '../messages.ts';
import { type Settings, siteOf, switchAt, withSite } from '../settings/settings.ts';
import { updateSettings } from '../settings.ts';
import { mayAsk, panelPageOf } from './panel-page.ts';
import { problemOf } from './problem-of.ts';
import { canOpenPanel, openPanel } from './side-panel.ts';
import {
  type Heard,
  type LookedAt,
  useCoverage,
  useHiddenType,
  usePageView,
  useTopics,
} from './use-page-view.ts';
import { useTongue } from './use-settings.ts';

interface PanelOptions {
  readonly tab: LookedAt;
  readonly settings: Settings;
  /** Called when a deed that leads elsewhere is done: a popup closes then. */
  readonly after: () => void;
  readonly place: 'popup' | 'panel';
}

/** Opens a match in its frame, and closes the cards of the others. */
async function openMatch(tabId: number, heard: Heard | null, at: number): Promise<void> {
  const { frameId, index } = heard?.places[at] ?? { frameId: 0, index: at };
  const others = new Set(heard?.places.map((place) => place.frameId));
  others.delete(frameId);
  await Promise.all([...others].map((other) => callPage(tabId, 'leave', null, other)));
  await callPage(tabId, 'open', { index }, frameId);
}

/** The model of the popup and of the side panel: the page's view, the switches, and what they do. */
export function usePanel({ tab, settings, after, place }: PanelOptions): PageViewPanelProps {
  const heard = usePageView(tab, settings);
  const hiddenType = useHiddenType(tab);
  const answer = heard === null || (tab.isLoading && !heard.view.ok) ? null : heard.view;
  const [trouble, setTrouble] = useState<CallError | null>(null);
  const page: PanelPage =
    trouble === null
      ? panelPageOf(tab.address, settings, answer, heard?.type ?? hiddenType)
      : { state: 'failed', problem: trouble, matches: [], current: -1 };
  const topics = useTopics(page.state === 'ready' ? page.matches.map(({ item }) => item) : []);
  const coverage = useCoverage();
  const site = siteOf(tab.address);
  const isPage = mayAsk(tab.address);

  /** Stores a choice; where that fails, the reader is told why, and the switch stays as it was. */
  const choose = (change: Parameters<typeof updateSettings>[0]): void =>
    void updateSettings(change).then(
      () => setTrouble(null),
      (error: unknown) => setTrouble(problemOf(error, 'settings-failed')),
    );
  const then = (deed: Promise<unknown>): void => void deed.finally(after);
  return {
    place,
    page: page.state === 'ready' && heard?.place ? { ...page, current: heard.place.current } : page,
    top: heard?.place?.top ?? -1,
    topics,
    coverage,
    site: isPage ? site : null,
    isOnHere: switchAt({ ...settings, everywhere: true }, tab.address) === 'on',
    isOnEverywhere: settings.everywhere,
    sensitivity: settings.sensitivity,
    ...useTongue(settings),
    actions: {
      open: (index) => then(openMatch(tab.id, heard, index)),
      setHere: (isOn) => {
        if (site === null) return;
        choose(({ sitesOff }) => ({ sitesOff: withSite(sitesOff, site, isOn) }));
      },
      setEverywhere: (everywhere) => choose({ everywhere }),
      setSensitivity: (sensitivity) => choose({ sensitivity }),
      openReadingList: () => then(callBackground('openReadingList', null)),
      ...(place === 'popup' &&
        canOpenPanel() && { openPanel: () => then(openPanel(tab.windowId)) }),
      openOptions: () => then(browser.runtime.openOptionsPage()),
      reload: () => then(browser.tabs.reload(tab.id)),
      ...(isPage && { savePage: () => then(callBackground('savePage', { tabId: tab.id })) }),
    },
  };
}
