// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PageViewPanel } from '../../../components/page-view/page-view.tsx';
import type { PageViewPanelProps, PanelPage } from '../../../components/page-view/types.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import type { PageView, PageViewMatch } from '../../../utils/messages.ts';

afterEach(() => render(null, document.body));

const match = (index: number, kind: PageViewMatch['kind'], text: string): PageViewMatch => ({
  index,
  item: `item-${index}`,
  kind,
  isReport: false,
  degree: 'partial',
  topic: 'bridge',
  text,
  title: 'The bridge',
});
const MATCHES = [
  match(0, 'clause', 'first'),
  match(1, 'framing', 'second'),
  match(2, 'clause', 'third'),
];
const view = (given: Partial<PageView>): PageView => ({
  state: 'ready',
  problem: null,
  matches: [],
  current: -1,
  ...given,
});

function show(page: PanelPage, given: Partial<PageViewPanelProps> = {}) {
  const actions = {
    open: vi.fn(),
    setHere: vi.fn(),
    setEverywhere: vi.fn(),
    setSensitivity: vi.fn(),
    openReadingList: vi.fn(),
    reload: vi.fn(),
  };
  render(
    <PageViewPanel
      page={page}
      coverage={{ documents: 18, to: '2031-05-20' }}
      site="news.example"
      isOnHere
      isOnEverywhere
      sensitivity="balanced"
      actions={actions}
      language="en"
      t={createTranslator('en')}
      {...given}
    />,
    document.body,
  );
  return actions;
}

const shown = (): string => document.body.textContent ?? '';
const button = (name: string): HTMLElement | undefined =>
  [...document.querySelectorAll('button')].find((each) => each.textContent?.includes(name));

describe('a page with matches', () => {
  test('is counted as a whole and by kind', () => {
    show(view({ matches: MATCHES }));
    expect(document.querySelector('.total')?.textContent).toBe('3 passages on this page');
    expect(
      [...document.querySelectorAll('.legend > button')].map((each) => each.textContent),
    ).toEqual(['2 official wordings', '1 framing']);
  });

  test('lists them in reading order; a press opens the one', () => {
    const { open } = show(view({ matches: MATCHES, current: 1 }));
    const words = [...document.querySelectorAll('.matches .words')].map((each) => each.textContent);
    expect(words).toEqual(['first', 'second', 'third']);
    button('third')?.click();
    expect(open).toHaveBeenCalledExactlyOnceWith(2);
    expect(document.querySelectorAll('[aria-current=true]')).toHaveLength(1);
    expect(button('second')?.getAttribute('aria-current')).toBe('true');
  });

  test('says what a highlight means and what the index covers', () => {
    show(view({ matches: MATCHES }));
    expect(shown()).toContain('A highlight does not mean wrong; unmarked text was not checked.');
    expect(shown()).toContain('The index covers 18 documents to 20 May 2031.');
  });

  test('shows the framings of a topic that are used here and those that are not, with who holds them', () => {
    show(view({ matches: MATCHES }), {
      topics: [
        {
          id: 'balance',
          question: 'Of equals?',
          framings: [
            { id: 'a', label: 'Equal', heldBy: ['The ministry'], isUsedHere: true },
            { id: 'b', label: 'Unequal', heldBy: ['The institute'], isUsedHere: false },
          ],
        },
      ],
    });
    expect([...document.querySelectorAll('.topics li')].map((each) => each.textContent)).toEqual([
      'EqualHeld by The ministry · used here',
      'UnequalHeld by The institute · not used here',
    ]);
  });
});

describe('a page without matches', () => {
  test.each([
    [view({}), 'Nothing from the index was found'],
    [view({ state: 'reading' }), 'Reading the page'],
    [view({ state: 'off-subject' }), 'not about the subject'],
    [view({ state: 'off-here' }), 'off on this site'],
    [view({ state: 'off-everywhere' }), 'off everywhere'],
    [view({ state: 'orphaned' }), 'Reload the page to go on'],
    [
      view({
        state: 'failed',
        problem: { code: 'pack-damaged', message: 'x', remedy: 'y', detail: 'format 3' },
      }),
      'The index cannot be read. (format 3) Install the extension anew',
    ],
    [{ state: 'unavailable', reason: 'browser-page' }, 'its own pages'],
    [{ state: 'unavailable', reason: 'store' }, 'add-ons store'],
    [{ state: 'unavailable', reason: 'file' }, 'allow access to file addresses'],
    [{ state: 'unavailable', reason: 'browser-or-file' }, 'If this is a file on your computer'],
    [{ state: 'unavailable', reason: 'pdf' }, 'cannot read the browser’s PDF view'],
    [{ state: 'unavailable', reason: 'closed' }, 'keeps this page closed'],
    [{ state: 'unavailable', reason: 'no-text' }, 'no text that Parallax reads'],
    [{ state: 'unavailable', reason: 'no-answer' }, 'has not been read yet'],
  ] as const)('says in words how it stands: %j', (page, words) => {
    show(page);
    expect(document.querySelector('[role=status]')?.textContent).toContain(words);
    expect(document.querySelector('.matches')).toBeNull();
  });

  test('offers to reload only where that helps', () => {
    const { reload } = show(view({ state: 'orphaned' }));
    button('Reload the page')?.click();
    expect(reload).toHaveBeenCalledOnce();
    show(view({ state: 'off-here' }));
    expect(button('Reload the page')).toBeUndefined();
  });
});

describe('the switches', () => {
  test('ask for the other state', () => {
    const { setHere, setEverywhere } = show(view({}));
    button('On this site (news.example)')?.click();
    button('Everywhere')?.click();
    expect(setHere).toHaveBeenCalledExactlyOnceWith(false);
    expect(setEverywhere).toHaveBeenCalledExactlyOnceWith(false);
  });

  test('of the site is off and cannot be moved while everything is off', () => {
    show(view({ state: 'off-everywhere' }), { isOnEverywhere: false });
    const [here] = document.querySelectorAll<HTMLButtonElement>('[role=switch]');
    expect(here?.getAttribute('aria-checked')).toBe('false');
    expect(here?.disabled).toBe(true);
  });
});

describe.each(['panel', 'popup'] as const)('the %s', (place) => {
  const words = (): (string | null)[] =>
    [...document.querySelectorAll('.matches .words')].map((each) => each.textContent);
  const filter = (name: string): HTMLElement | undefined =>
    [...document.querySelectorAll<HTMLElement>('.legend button')].find(
      (each) => each.textContent === name,
    );

  test('shows one kind where that is asked for, and all again', async () => {
    show(view({ matches: MATCHES }), { place });
    filter('1 framing')?.click();
    await vi.waitFor(() => expect(words()).toEqual(['second']));
    expect(filter('1 framing')?.getAttribute('aria-pressed')).toBe('true');
    filter('All')?.click();
    await vi.waitFor(() => expect(words()).toEqual(['first', 'second', 'third']));
    expect(filter('All')).toBeUndefined();
    filter('2 official wordings')?.click();
    await vi.waitFor(() => expect(words()).toEqual(['first', 'third']));
    filter('2 official wordings')?.click();
    await vi.waitFor(() => expect(words()).toEqual(['first', 'second', 'third']));
  });

  test('tells reports of official texts from their wordings', async () => {
    show(view({ matches: [...MATCHES, { ...match(3, 'clause', 'told'), isReport: true }] }), {
      place,
    });
    filter('1 report of an official text')?.click();
    await vi.waitFor(() => expect(words()).toEqual(['told']));
    filter('2 official wordings')?.click();
    await vi.waitFor(() => expect(words()).toEqual(['first', 'third']));
  });

  test('says so where the page has lost the kind that is asked for', async () => {
    show(view({ matches: MATCHES }), { place });
    filter('1 framing')?.click();
    await vi.waitFor(() => expect(words()).toEqual(['second']));
    show(view({ matches: MATCHES.slice(0, 1) }), { place });
    expect(words()).toEqual([]);
    expect(shown()).toContain('This page holds no passage of this kind.');
    filter('All')?.click();
    await vi.waitFor(() => expect(words()).toEqual(['first']));
  });

  test('names the passage that is at the top of the page, or the next of the kind shown', async () => {
    show(view({ matches: MATCHES }), { place, top: 0 });
    expect(button('first')?.textContent).toContain('in sight now');
    filter('1 framing')?.click();
    await vi.waitFor(() => expect(button('second')?.textContent).toContain('in sight now'));
  });

  test('has no filter where there is one kind only', () => {
    show(view({ matches: MATCHES.slice(0, 1) }), { place });
    expect(document.querySelector('.legend button')).toBeNull();
    expect(shown()).toContain('1 official wording');
  });

  test('offers how much is marked, as it is chosen, and passes another choice on', () => {
    const { setSensitivity } = show(view({ matches: MATCHES }), { place, sensitivity: 'broad' });
    const choice = document.querySelector('select');
    expect(choice?.labels[0]?.textContent).toBe('How much is marked');
    expect([choice?.value, choice?.options.length]).toEqual(['broad', 3]);
    if (choice) choice.value = 'quotations';
    choice?.dispatchEvent(new Event('change', { bubbles: true }));
    expect(setSensitivity).toHaveBeenCalledExactlyOnceWith('quotations');
  });
});

describe('a match that rests on a report', () => {
  test('is named so in its row and counted apart from official wordings', () => {
    const report = { ...match(0, 'clause', 'as the newsletter has it'), isReport: true };
    show(view({ matches: [report, match(1, 'clause', 'as it was said')] }));
    const rows = [...document.querySelectorAll('.match .cap')].map(
      ({ textContent }) => textContent,
    );
    expect(rows[0]).toContain('Report of an official text');
    expect(rows[0]).not.toContain('Official wording');
    expect(rows[1]).not.toContain('Report');
    const counts = [...document.querySelectorAll('.legend > button')].map(
      ({ textContent }) => textContent,
    );
    expect(counts).toEqual(['1 official wording', '1 report of an official text']);
  });

  test.each([
    ['with passages', MATCHES],
    ['without any', []],
  ])('says that a page was longer than what is read of one, %s', (_, matches) => {
    const status = () => document.querySelector('[role="status"]');
    for (const language of ['en', 'zh-CN', 'zh-TW', 'ru'] as const) {
      const t = createTranslator(language);
      show(view({ matches, isCut: true }), { language, t });
      expect(status()?.textContent).toContain(t('page.cut'));
      expect(status()?.className).toBe('state');
      show(view({ matches }), { language, t });
      expect(status()?.textContent).not.toContain(t('page.cut'));
    }
  });
});
