import type { ComponentChild, RefObject } from 'preact';
import { formatDate } from '../../../components/format.ts';
import { OptionsView } from '../../../components/options/options-view.tsx';
import type { OptionsActions, OptionsProps } from '../../../components/options/types.ts';
import { WelcomeView } from '../../../components/welcome/welcome-view.tsx';
import type { InterfaceLanguage } from '../../../utils/i18n/translate.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings/settings.ts';
import { FOLDER, NO_FOLDER } from '../fixtures/folder.ts';

const actions: OptionsActions = {
  choose() {},
  setColour() {},
  resetColours() {},
  switchOff: () => true,
  switchOn() {},
  unmute() {},
  changeKeys() {},
  exportList() {},
  importList() {},
  erase() {},
};

const COLOURS: OptionsProps['colours'] = (['light', 'dark'] as const).flatMap((ground) => [
  { kind: 'clause', ground, colour: ground === 'light' ? '#0b6360' : '#7fd0c9', ratio: 7.04 },
  { kind: 'claim', ground, colour: ground === 'light' ? '#875300' : '#e9b765', ratio: 6.4 },
  { kind: 'framing', ground, colour: ground === 'light' ? '#6a3d83' : '#cfa8e6', ratio: 21 },
]);

const SAMPLE = [
  'welcome.sample.quotation',
  'welcome.sample.framings',
  'welcome.sample.plain',
] as const;

/** Lays the sample's text into its place as soon as there is one. */
function sampleOf(t: ReturnType<typeof createTranslator>): RefObject<HTMLDivElement | null> {
  let place: HTMLDivElement | null = null;
  return {
    get current() {
      return place;
    },
    set current(element) {
      place = element;
      place?.replaceChildren(
        ...SAMPLE.map((key) => Object.assign(document.createElement('p'), { textContent: t(key) })),
      );
    },
  };
}

/** The options and the welcome page in every state, by name. */
export function optionsStates(language: InterfaceLanguage): Record<string, ComponentChild> {
  const t = createTranslator(language);
  const show = (given: Partial<OptionsProps> = {}): ComponentChild => (
    <OptionsView
      settings={DEFAULT_SETTINGS}
      faults={0}
      colours={COLOURS}
      faint={null}
      muted={[]}
      keys={[{ name: 'next', keys: '' }]}
      passages={null}
      folder={NO_FOLDER}
      importing={null}
      transfer={{ setMode() {}, confirm() {}, cancel() {} }}
      toast={null}
      dismissToast={() => {}}
      actions={actions}
      language={language}
      t={t}
      {...given}
    />
  );
  const longSite = `${'a-very-long-name.'.repeat(12)}example`;
  const welcome = (given: Partial<Parameters<typeof WelcomeView>[0]>): ComponentChild => (
    <WelcomeView
      state={{ kind: 'ready', count: 3 }}
      sample={sampleOf(t)}
      card={null}
      extent={t('coverage.extent', { count: 18, date: formatDate('2031-05-20', language) })}
      isPinned={false}
      openAt={() => {}}
      openFirst={() => {}}
      openOptions={() => {}}
      openReadingList={() => {}}
      language={language}
      t={t}
      {...given}
    />
  );
  return {
    'options-new': show(),
    'options-full': show({
      settings: { ...DEFAULT_SETTINGS, sitesOff: ['news.example', 'file:', longSite] },
      faults: 2,
      faint: 1.24,
      muted: [
        { item: 'a', site: null, title: 'The bridge open in every season' },
        { item: 'b', site: longSite, title: 'x'.repeat(120) },
      ],
      keys: [
        { name: 'next', keys: 'Alt+Shift+Right' },
        { name: 'open', keys: '' },
      ],
      passages: 12_345,
      folder: { ...FOLDER, failure: 'permission' },
      toast: { text: t('options.stored'), undo: () => {} },
    }),
    'welcome-ready': welcome({}),
    'welcome-pinned': welcome({ isPinned: true, extent: null }),
    'welcome-reading': welcome({ state: { kind: 'reading' } }),
    'welcome-failed': welcome({ state: { kind: 'failed', message: 'The index file is missing.' } }),
  };
}
