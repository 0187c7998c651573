import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from '#imports';
import { PageViewPanel } from '../../components/page-view/page-view.tsx';
import type { PanelPage } from '../../components/page-view/types.ts';
import { resolveLanguage } from '../../utils/i18n/translate.ts';
import { createTranslator } from '../../utils/i18n.ts';
import {
  callBackground,
  callPage,
  type PackCoverage,
  type PageTopic,
  type PageView,
  type Result,
} from '../../utils/messages.ts';
import { type Settings, siteOf, switchAt, withSite } from '../../utils/settings/settings.ts';
import { updateSettings, watchSettings } from '../../utils/settings.ts';
import { mayAsk, panelPageOf } from './panel-page.ts';

/** Time between two questions to the page while the popup is open, in milliseconds. */
const REFRESH = 700;

export interface PopupProps {
  readonly tab: { readonly id: number; readonly address: string };
  /** The settings at opening; changes are followed. */
  readonly settings: Settings;
  readonly close: () => void;
}

/** The toolbar popup: wires the page view to the page, the settings and the background. */
export function Popup({ tab, settings: atOpening, close }: PopupProps) {
  const settings = useSettings(atOpening);
  const answer = useView(tab, settings);
  const [trouble, setTrouble] = useState<string | null>(null);
  const page: PanelPage =
    trouble === null
      ? panelPageOf(tab.address, settings, answer)
      : { state: 'failed', message: trouble, matches: [], current: -1 };
  const topics = useTopics(page.state === 'ready' ? page.matches.map(({ item }) => item) : []);
  const coverage = useCoverage();
  const language = resolveLanguage(settings.interfaceLanguage, [
    browser.i18n.getUILanguage(),
    ...navigator.languages,
  ]);
  const t = useMemo(() => createTranslator(language), [language]);
  const site = siteOf(tab.address);
  const isOnHere = switchAt({ ...settings, everywhere: true }, tab.address) === 'on';

  /** Stores a choice; where that fails, the reader is told why, and the switch stays as it was. */
  const choose = (change: Parameters<typeof updateSettings>[0]): void =>
    void updateSettings(change).then(
      () => setTrouble(null),
      (error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)),
    );
  /** Does a deed and closes the popup, so that the page is in sight. */
  const thenClose = (deed: Promise<unknown>): void => void deed.finally(close);
  return (
    <PageViewPanel
      page={page}
      topics={topics}
      coverage={coverage}
      site={mayAsk(tab.address) ? site : null}
      isOnHere={isOnHere}
      isOnEverywhere={settings.everywhere}
      language={language}
      t={t}
      actions={{
        open: (index) => thenClose(callPage(tab.id, 'open', { index })),
        setHere: (isOn) => {
          if (site === null) return;
          choose(({ sitesOff }) => ({ sitesOff: withSite(sitesOff, site, isOn) }));
        },
        setEverywhere: (everywhere) => choose({ everywhere }),
        openReadingList: () => thenClose(callBackground('openReadingList', null)),
        reload: () => thenClose(browser.tabs.reload(tab.id)),
        ...(mayAsk(tab.address) && {
          savePage: () => thenClose(callBackground('savePage', { tabId: tab.id })),
        }),
      }}
    />
  );
}

function useSettings(atOpening: Settings): Settings {
  const [settings, setSettings] = useState(atOpening);
  useEffect(() => {
    const controller = new AbortController();
    watchSettings(setSettings, controller.signal);
    return () => controller.abort();
  }, []);
  return settings;
}

/** The page's answer, asked for again and again: reading goes on while the popup is open. */
function useView(tab: PopupProps['tab'], settings: Settings): Result<PageView> | null {
  const [answer, setAnswer] = useState<Result<PageView> | null>(null);
  useEffect(() => {
    if (!mayAsk(tab.address)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const ask = async (): Promise<void> => {
      const view = await callPage(tab.id, 'view', null);
      if (isOver) return;
      setAnswer((before) => (JSON.stringify(before) === JSON.stringify(view) ? before : view));
      timer = setTimeout(ask, REFRESH);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [tab.id, tab.address, settings]);
  return answer;
}

function useTopics(items: readonly string[]): readonly PageTopic[] {
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

function useCoverage(): PackCoverage | null {
  const [coverage, setCoverage] = useState<PackCoverage | null>(null);
  useEffect(() => {
    void callBackground('coverage', null).then((answer) => {
      if (answer.ok) setCoverage(answer.value);
    });
  }, []);
  return coverage;
}
