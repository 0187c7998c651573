import { browser, defineBackground } from '#imports';
import { resolveLanguage } from '../../utils/i18n/translate.ts';
import { cardTexts, createTranslator } from '../../utils/i18n.ts';
import { answerBackgroundCalls } from '../../utils/messages/answer-background.ts';
import { callPage } from '../../utils/messages.ts';
import { openPanel } from '../../utils/own-page/side-panel.ts';
import { backUpOnSchedule } from '../../utils/reading-list/backups.ts';
import { LIST_NAME, openStore, type ReadingListStore } from '../../utils/reading-list/store.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import { readSettings, watchSettings } from '../../utils/settings.ts';
import { badgeOf, showBadge } from './badge.ts';
import { runCommand } from './commands.ts';
import { keepEarlyScript } from './early-script.ts';
import { attempt, refusal } from './failure.ts';
import { createFrames } from './frames.ts';
import { injectIntoOpenTabs } from './inject.ts';
import { keepFolder } from './keep-folder.ts';
import { listCalls } from './list-calls.ts';
import { loadIndexFile } from './load-index.ts';
import { loadPart } from './load-part.ts';
import { answerMenus, createMenus } from './menus.ts';
import { mute } from './mute.ts';
import { createOpener } from './open-pack.ts';
import { openPassage } from './open-passage.ts';
import { packCalls } from './pack-calls.ts';
import { createPackService, keepGates } from './pack-service.ts';
import { openNote, openReadingList, openWelcome } from './pages.ts';
import { saveActions } from './save-actions.ts';
import { keepPlaces } from './saved-places.ts';
import { turns } from './turns.ts';

/** How long a deletion can be undone: a day, in milliseconds. */
const UNDO = 24 * 60 * 60 * 1000;
/** How long a button says that something was saved, in milliseconds. */
const FLASH = 2_500;

export default defineBackground(() => {
  const packs = createPackService(loadIndexFile, createOpener);
  // Nearly all that wakes the background asks for the pack: its file is on its way before the question is here.
  void packs.get();

  let list: Promise<ReadingListStore> | null = null;
  const openList = (): Promise<ReadingListStore> => {
    list ??= openStore().catch((error: unknown) => {
      list = null;
      throw error;
    });
    return list;
  };

  const folder = keepFolder(openList);
  const places = keepPlaces(openList, browser.storage.local);

  /** Deletions leave for good after a day; the chosen folder has to have heard of them. */
  const purge = async (): Promise<void> => {
    await folder.noteDeletions().catch(console.error);
    await (await openList()).purge(new Date(Date.now() - UNDO).toISOString());
    await folder.carry();
  };

  const languageFor = ({ interfaceLanguage }: Pick<Settings, 'interfaceLanguage'>) =>
    resolveLanguage(interfaceLanguage, [browser.i18n.getUILanguage(), ...navigator.languages]);
  const language = async () => languageFor(await readSettings());
  const translator = async () => createTranslator(await language());

  const save = saveActions({
    openList,
    translator,
    async flash(tabId, isKept, title) {
      const before = await browser.action.getBadgeText({ tabId }).catch(() => '');
      await showBadge(tabId, { text: isKept ? '✓' : '!', isDim: !isKept }, title);
      setTimeout(() => void showBadge(tabId, { text: before, isDim: false }, ''), FLASH);
    },
  });

  const frames = createFrames({
    area: browser.storage.session,
    openTabs: async () => (await browser.tabs.query({})).map(({ id = -1 }) => id),
    ask: callPage,
  });

  answerBackgroundCalls({
    ...packCalls({ packs, readSettings, languageFor, turns }),
    ...listCalls(openList, openNote),
    mute,
    loadPart,
    async texts() {
      const spoken = await language();
      return { ok: true, value: { language: spoken, texts: cardTexts(spoken) } };
    },
    pageChanged: (own, caller) =>
      attempt(async () => {
        if (caller.kind !== 'page') return null;
        const { state, count } = await frames.report(caller, own);
        const t = await translator();
        const title = state === 'ready' ? t('page.count', { count }) : '';
        await showBadge(caller.tabId, badgeOf(state, count), title);
        return null;
      }),
    stepOn: (step, caller) =>
      attempt(async () => caller.kind === 'page' && (await frames.stepOn(caller, step))),
    savePage: ({ tabId }, caller) => {
      if (caller.kind !== 'extension') return refusal('Only the extension itself may save pages.');
      return attempt(async () => {
        const { url: address = '', title = '' } = await browser.tabs.get(tabId);
        await save.savePage({ id: tabId, address, title });
        return null;
      });
    },
    listChanged: ({ ids }, caller) => {
      if (caller.kind !== 'extension')
        return refusal('Only the extension itself changes the list.');
      return attempt(async () => {
        await places.follow(ids);
        folder.carrySoon(ids);
        return null;
      });
    },
    openPassage: ({ id }, caller) => {
      if (caller.kind !== 'extension') return refusal('Only the extension itself opens pages.');
      return attempt(async () => {
        void openPassage(await openList(), id).catch(console.error);
        return null;
      });
    },
    openReadingList: () =>
      attempt(async () => {
        await openReadingList();
        return null;
      }),
  });

  answerMenus(save, openReadingList);
  browser.commands.onCommand.addListener((name, tab) => {
    // At once: a browser opens its panel only as long as the reader's key counts as pressed.
    if (name === 'side-panel') return void openPanel(tab?.windowId ?? -1).catch(console.error);
    void runCommand(name, { save, openReadingList, frameInUse: frames.inUse });
  });

  /** What each start of the browser and each version needs once; one failing leaves the others. */
  const prepare = async (): Promise<void> => {
    const done = await Promise.allSettled([
      translator().then(createMenus),
      keepGates(packs, browser.storage.local),
      readSettings().then(keepEarlyScript),
      purge(),
      navigator.locks.request('reading-list-backup', () => backUpOnSchedule(LIST_NAME)),
    ]);
    for (const step of done) if (step.status === 'rejected') console.error(step.reason);
  };
  browser.runtime.onStartup.addListener(() => void prepare());
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== 'install' && reason !== 'update') return;
    await prepare();
    await places.follow(null).catch(console.error);
    if (!import.meta.env.FIREFOX) await injectIntoOpenTabs();
    if (reason === 'install') await openWelcome();
  });

  let spoken = '';
  let sites = '';
  watchSettings(async (settings) => {
    const { everywhere, sitesOff, interfaceLanguage } = settings;
    const now = JSON.stringify([everywhere, sitesOff]);
    if (now !== sites) {
      sites = now;
      await keepEarlyScript(settings).catch(console.error);
    }
    if (interfaceLanguage === spoken) return;
    spoken = interfaceLanguage;
    await createMenus(await translator());
  }, new AbortController().signal);
});
