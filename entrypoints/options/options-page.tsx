import { useEffect, useMemo, useState } from 'preact/hooks';
import { OptionsView } from '../../components/options/options-view.tsx';
import { downloadJson } from '../../utils/own-page/list-file.ts';
import { tellOfChanges } from '../../utils/own-page/tell-of-changes.ts';
import { useFolder } from '../../utils/own-page/use-folder.ts';
import { useImport } from '../../utils/own-page/use-import.ts';
import { useDocument, useSettings, useTongue } from '../../utils/own-page/use-settings.ts';
import { eraseAll } from '../../utils/reading-list/erase.ts';
import { forgetFolder } from '../../utils/reading-list/folder/state.ts';
import { announceFolder } from '../../utils/reading-list/folder/watch.ts';
import type { Image } from '../../utils/reading-list/images.ts';
import { LIST_NAME } from '../../utils/reading-list/store.ts';
import { type Settings, withSite } from '../../utils/settings/settings.ts';
import { resetSettings } from '../../utils/settings.ts';
import { coloursShown, contrastOn, LEAST_CONTRAST } from './colours.ts';
import { goToKeys, useKeys } from './keys.ts';
import { siteNamed } from './sites.ts';
import { useChoices } from './use-choices.ts';
import { useFaults, useMuted, usePassages, withList } from './use-stored.ts';

/** The options: wires the view to settings, commands, titles and the reading list. */
export function OptionsPage({ settings: atOpening }: { readonly settings: Settings }) {
  const stored = useSettings(atOpening);
  const tongue = useTongue(stored);
  const { t } = tongue;
  const { settings, toast, say, tell, dismiss, choose, attempt } = useChoices(stored, tongue);
  const [faint, setFaint] = useState<number | null>(null);
  const colours = useMemo(() => coloursShown(settings), [settings]);
  useDocument(stored, tongue, `${t('options.title')} · Parallax`);
  useEffect(() => {
    const controller = new AbortController();
    tellOfChanges(controller.signal);
    return () => controller.abort();
  }, []);
  const transfer = useImport({
    withStore: withList,
    done: ({ added, changed, images }, left) =>
      tell(t('list.imported', { added, changed, left }), () => void takeBack(images)),
    cancelled: () => tell(t('import.cancelled'), null),
    t,
  });
  const takeBack = (images: readonly Image[]): Promise<void> =>
    attempt(async () => {
      const left = await withList((list) => list.takeBack(images));
      return left > 0 ? t('list.leftAsIs', { count: left }) : t('options.importTakenBack');
    });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said of a colour is over with the next choice
  useEffect(() => setFaint(null), [settings]);

  return (
    <OptionsView
      settings={settings}
      faults={useFaults(stored)}
      colours={colours}
      faint={faint}
      muted={useMuted(settings, tongue)}
      keys={useKeys()}
      passages={usePassages()}
      folder={useFolder(withList, true)}
      importing={transfer.importing}
      transfer={transfer}
      toast={toast}
      dismissToast={dismiss}
      {...tongue}
      actions={{
        choose: (change) => choose(change),
        setColour(kind, ground, colour) {
          const ratio = contrastOn(ground, colour);
          setFaint(ratio < LEAST_CONTRAST ? ratio : null);
          if (ratio < LEAST_CONTRAST) return;
          choose(({ colours }) => ({
            colours: { ...colours, [ground]: { ...colours[ground], [kind]: colour } },
          }));
        },
        resetColours: () => choose({ colours: { light: {}, dark: {} } }),
        switchOff(typed) {
          const site = siteNamed(typed);
          if (site === null) return false;
          choose(({ sitesOff }) => ({ sitesOff: withSite(sitesOff, site, false) }));
          return true;
        },
        switchOn(site) {
          choose(
            ({ sitesOff }) => ({ sitesOff: sitesOff.filter((entry) => entry !== site) }),
            ({ sitesOff }) => ({ sitesOff: withSite(sitesOff, site, false) }),
          );
        },
        unmute({ item, site }) {
          const isOther = (entry: { item: string; site: string | null }): boolean =>
            entry.item !== item || entry.site !== site;
          choose(
            ({ mutedItems }) => ({ mutedItems: mutedItems.filter(isOther) }),
            ({ mutedItems }) => ({ mutedItems: [...mutedItems.filter(isOther), { item, site }] }),
          );
        },
        changeKeys: () => void goToKeys().catch(() => say(t('options.keysByHand'))),
        exportList: () =>
          void attempt(async () => {
            await withList((list) => downloadJson(list, new Date()));
            return t('options.exported');
          }, 'export-failed'),
        importList: (file) => transfer.importFile(file, file.name),
        erase: () =>
          void attempt(async () => {
            // First: a folder that is still followed would bring everything back.
            await forgetFolder(LIST_NAME);
            announceFolder(LIST_NAME);
            await withList((list) => list.change(eraseAll));
            await resetSettings();
            return t('options.erased');
          }),
      }}
    />
  );
}
