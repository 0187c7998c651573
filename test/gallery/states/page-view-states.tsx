import type { ComponentChild } from 'preact';
import { PageViewPanel } from '../../../components/page-view/page-view.tsx';
import type {
  PageViewActions,
  PageViewPanelProps,
  PanelPage,
  PanelTopic,
} from '../../../components/page-view/types.ts';
import type { InterfaceLanguage } from '../../../utils/i18n/translate.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import type { PageView, PageViewMatch } from '../../../utils/messages.ts';

const actions: PageViewActions = {
  open() {},
  setHere() {},
  setEverywhere() {},
  setSensitivity() {},
  openReadingList() {},
  openOptions() {},
  openPanel() {},
  savePage() {},
  reload() {},
};

const match = (index: number, given: Partial<PageViewMatch>): PageViewMatch => ({
  index,
  item: `item-${index}`,
  kind: 'clause',
  isReport: false,
  degree: 'partial',
  topic: 'bridge-balance',
  text: 'will keep the bridge open in every season',
  title: 'The bridge open in every season',
  ...given,
});

const MATCHES: readonly PageViewMatch[] = [
  match(0, {}),
  match(1, { kind: 'framing', text: 'an unequal bridge', title: 'An unequal bridge' }),
  match(2, {
    isReport: true,
    degree: 'translation',
    text: 'always passable, whatever the weather',
    title: 'The bridge open in every season',
  }),
  match(3, {
    kind: 'claim',
    degree: 'paraphrase',
    text: 'nearly 245,000 carts last year',
    title: 'Carts in 2030',
  }),
  match(4, { kind: 'framing', text: 'x'.repeat(160), title: 'An unequal bridge' }),
];

const TOPICS: readonly PanelTopic[] = [
  {
    id: 'bridge-balance',
    question: 'Is it a bridge of equals?',
    framings: [
      {
        id: 'a',
        label: 'An unequal bridge, Southland as the smaller bank',
        heldBy: ['Institute for Rivers'],
        isUsedHere: true,
      },
      {
        id: 'b',
        label: 'A bridge of equals',
        heldBy: ['Ministry of Bridges of Northland', 'Southland Times'],
        isUsedHere: false,
      },
    ],
  },
];

const view = (given: Partial<PageView>): PageView => ({
  state: 'ready',
  problem: null,
  matches: [],
  current: -1,
  ...given,
});

/** Every state of the page's view, by name. */
export function pageViewStates(language: InterfaceLanguage): Record<string, ComponentChild> {
  const t = createTranslator(language);
  const show = (page: PanelPage, given: Partial<PageViewPanelProps> = {}): ComponentChild => (
    <PageViewPanel
      page={page}
      topics={TOPICS}
      coverage={{ documents: 18, to: '2031-05-20' }}
      site="news.example"
      isOnHere
      isOnEverywhere
      sensitivity="balanced"
      actions={actions}
      language={language}
      t={t}
      {...given}
    />
  );
  const many = Array.from({ length: 200 }, (_, index) => ({
    ...(MATCHES[index % 4] ?? match(0, {})),
    index,
  }));
  return {
    'page-ready': show(view({ matches: MATCHES, current: 2 })),
    'page-many': show(view({ matches: many }), { topics: [] }),
    'page-panel': show(view({ matches: MATCHES, current: 2 }), { place: 'panel', top: 1 }),
    'page-panel-many': show(view({ matches: many }), { place: 'panel', top: 150 }),
    'page-panel-none': show(view({}), { place: 'panel' }),
    'page-one': show(view({ matches: MATCHES.slice(0, 1) }), { topics: [], coverage: null }),
    'page-none': show(view({})),
    'page-reading': show(view({ state: 'reading' })),
    'page-off-subject': show(view({ state: 'off-subject' })),
    'page-off-here': show(view({ state: 'off-here' }), { isOnHere: false }),
    'page-off-everywhere': show(view({ state: 'off-everywhere' }), { isOnEverywhere: false }),
    'page-orphaned': show(view({ state: 'orphaned' })),
    'page-failed': show(
      view({
        state: 'failed',
        problem: {
          code: 'pack-damaged',
          message: 'The index file has format 3; this version reads format 2.',
          detail: 'The index file has format 3; this version reads format 2.',
          remedy: 'Install the extension anew.',
        },
      }),
    ),
    'page-browser-page': show({ state: 'unavailable', reason: 'browser-page' }, { site: null }),
    'page-store': show({ state: 'unavailable', reason: 'store' }, { site: null }),
    'page-file': show({ state: 'unavailable', reason: 'file' }, { site: null }),
    'page-browser-or-file': show(
      { state: 'unavailable', reason: 'browser-or-file' },
      { site: null },
    ),
    'page-pdf': show({ state: 'unavailable', reason: 'pdf' }),
    'page-closed': show({ state: 'unavailable', reason: 'closed' }),
    'page-no-text': show({ state: 'unavailable', reason: 'no-text' }),
    'page-no-answer': show({ state: 'unavailable', reason: 'no-answer' }),
  };
}
