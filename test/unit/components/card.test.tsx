// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { Card } from '../../../components/card/card.tsx';
import type { CardActions, CardProps } from '../../../components/card/types.ts';
import { INTERFACE_LANGUAGES } from '../../../utils/i18n/translate.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import { evidenceOf } from '../../gallery/fixtures/alignment.ts';
import * as data from '../../gallery/fixtures/card-data.ts';
import { cardStates } from '../../gallery/states/card-states.tsx';

afterEach(() => render(null, document.body));

const QUOTED = 'will keep the bridge open in every season';

function show(given: Partial<CardProps> = {}): { card: HTMLElement; done: string[] } {
  const done: string[] = [];
  const note = (deed: string) => (with_?: unknown) =>
    void done.push(`${deed} ${with_ ?? ''}`.trim());
  const actions: CardActions = {
    save: note('save'),
    copy: note('copy'),
    previous: note('previous'),
    next: note('next'),
    close: note('close'),
    toggleMore: note('more'),
    mute: note('mute'),
  };
  render(
    <Card
      data={data.card()}
      match={{
        degree: 'partial',
        text: QUOTED,
        start: 0,
        pageText: QUOTED,
        evidence: evidenceOf(QUOTED, data.ENGLISH.text, { language: 'en', origin: 'translation' }),
      }}
      position={{ index: 0, total: 5 }}
      isSaved={false}
      expanded
      actions={actions}
      language="en"
      t={createTranslator('en')}
      {...given}
    />,
    document.body,
  );
  const card = document.querySelector<HTMLElement>('[role=dialog]');
  if (card === null) throw new Error('There is no card.');
  return { card, done };
}

const all = (card: HTMLElement, selector: string): HTMLElement[] => [
  ...card.querySelectorAll<HTMLElement>(selector),
];
const texts = (card: HTMLElement, selector: string): string[] =>
  all(card, selector).map((element) => element.textContent ?? '');

describe('the first layer', () => {
  test('begins with kind and degree', () => {
    expect(show().card.querySelector('h2')?.textContent).toBe('Official wording quoted in part');
  });

  test('gives each text its language, the original first, and names the translator', () => {
    const { card } = show({ expanded: false });
    const wordings = all(card, '.wording blockquote');
    expect(wordings.map((each) => each.lang)).toEqual(['zh-Hans', 'en']);
    expect(wordings.map((each) => each.textContent)).toEqual([
      data.ORIGINAL.text,
      data.ENGLISH.text,
    ]);
    expect(texts(card, '.wording .cap')[0]).toBe('Original (Chinese)');
    expect(texts(card, '.wording .cap')[1]).toMatch(/^Translation · Bridge Weekly/);
  });

  test('shows in grey what the page left out, and says so', () => {
    const { card } = show({ expanded: false });
    expect(texts(card, '.left-out')[0]).toContain('The two sides');
    expect(texts(card, '.wording .cap')[1]).toContain('words not on this page in grey');
  });

  test('calls a report a report of its reporter, and never original or translation', () => {
    const { card } = show({
      data: data.card({ texts: [{ ...data.ENGLISH, role: 'report' }] }),
      expanded: false,
    });
    const caption = card.querySelector('[data-role=report] .cap')?.textContent;
    expect(caption).toContain('Reported by Bridge Weekly');
    expect(caption).toContain('A report of the document, not its words.');
    expect(card.textContent).toContain('The original wording is not in this index.');
    expect(card.textContent).not.toMatch(/Translation|Original \(/);
    expect(card.querySelector('h2')?.textContent).toBe('Report of an official text quoted in part');
    expect(card.getAttribute('aria-label')).not.toContain('Official wording');
  });

  test('says that the page echoes a report although the original is there', () => {
    const report = { ...data.ENGLISH, role: 'report' as const };
    const evidence = evidenceOf(QUOTED, report.text, { language: 'en', origin: 'report' });
    const { card } = show({
      data: data.card({ texts: [data.ORIGINAL, report] }),
      match: { degree: 'partial', text: QUOTED, start: 0, pageText: QUOTED, evidence },
    });
    expect(card.querySelector('h2 .kind')?.textContent).toBe('Report of an official text');
    expect(texts(card, '.wording .cap')[0]).toBe('Original (Chinese)');
  });

  test('labels our own translation, keeps it out of quotation marks and out of the clipboard', () => {
    const { card, done } = show({
      data: data.card({ texts: [data.ORIGINAL, data.OURS] }),
      language: 'ru',
      t: createTranslator('ru'),
    });
    const ours = card.querySelector('[data-role=ours]');
    expect(ours?.querySelector('.cap')?.textContent).toContain('Наш перевод');
    expect(ours?.textContent).toContain(data.OURS.text);
    expect(ours?.querySelector('blockquote')).toBeNull();
    for (const button of all(card, '.foot button')) button.click();
    const copied = done.find((deed) => deed.startsWith('copy'));
    expect(copied).toContain(data.ORIGINAL.text);
    expect(copied).not.toContain(data.OURS.text);
  });

  test('shows our own Russian translation to nobody who reads in another language', () => {
    const { card } = show({ data: data.card({ texts: [data.ORIGINAL, data.ENGLISH, data.OURS] }) });
    expect(card.textContent).not.toContain(data.OURS.text);
  });

  test('says that translator, document or date are missing instead of passing over them', () => {
    const document = data.card().document;
    if (document === null) throw new Error('The card has no document.');
    const dateless = show({
      data: data.card({
        texts: [data.ORIGINAL, { ...data.ENGLISH, by: null }],
        document: { ...document, date: null },
      }),
    }).card;
    expect(dateless.textContent).toContain('translator not named');
    expect(dateless.querySelector('.source')?.textContent).toContain('no date known');
    const bare = show({ data: data.card({ document: null }) }).card;
    expect(bare.querySelector('.source')?.textContent).toContain(
      'The document is not in this index.',
    );
  });

  test('links to sources in a new tab that learns nothing', () => {
    const links = all(show().card, 'a');
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      expect(link.getAttribute('target')).toBe('_blank');
      expect(link.getAttribute('rel')).toBe('noopener noreferrer');
      expect(link.textContent).toContain('(opens in a new tab)');
    }
  });

  test('marks the statement of a claim as the words of the index', () => {
    const { card } = show({ data: data.claim(), expanded: false });
    expect(card.querySelector('.body')?.textContent).toMatch(
      /^The claim, in the words of this indexAbout 245,000 carts/,
    );
    expect(texts(card, '.figures tbody tr td:first-child')).toEqual([
      'about 244,800 carts',
      'a third more',
    ]);
  });

  test('asks for a document of a clause only', () => {
    const { card } = show({ data: data.claim({ speaker: 'The ministry' }), expanded: false });
    expect(card.querySelector('.source')?.textContent).toBe('Who said soThe ministry');
  });

  test('gives what a framing holds only together with who holds it', () => {
    expect(show({ data: data.framingCard() }).card.querySelector('.body')?.textContent).toContain(
      'What they hold: Both banks decide together.',
    );
    const orphan = data.framingCard({ topics: [] });
    expect(show({ data: orphan }).card.textContent).not.toContain('What they hold');
  });

  test('never shows the label of a framing without who holds it', () => {
    const { card } = show({ data: data.framingCard() });
    for (const entry of all(card, '.framing')) {
      expect(entry.querySelector('.label + .cap')?.textContent).toMatch(/^Held by ./);
    }
  });
});

describe('the second layer', () => {
  test('gives every framing of a topic the same form', () => {
    const { card } = show({ framingsOnPage: [data.EQUALS.id] });
    const shapes = all(card, '.framings > li').map((entry) =>
      [...(entry.firstElementChild?.children ?? [])]
        .map((part) => `${part.tagName}.${part.className}`)
        .filter((part) => !part.endsWith('.used-here')),
    );
    expect(shapes[0]).toEqual(['H4.label', 'P.cap', 'DIV.voice']);
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(['H4.label', 'P.cap', 'P.cap']);
  });

  test('names the framing that the page uses, and no other', () => {
    const { card } = show({ framingsOnPage: [data.EQUALS.id] });
    const used = all(card, '.framings > li').filter((entry) => entry.querySelector('.used-here'));
    expect(used.map((entry) => entry.querySelector('.label')?.textContent)).toEqual([
      data.EQUALS.label,
    ]);
  });

  test('names the framing that the card’s own clause puts into words', () => {
    const framings = [{ ...data.EQUALS, clauses: ['declaration-2031-open'] }, data.UNEQUAL];
    const { card } = show({ data: data.card({ topics: [data.topic({ framings })] }) });
    const used = all(card, '.framings > li').map(
      (entry) => entry.querySelector('.used-here') !== null,
    );
    expect(used).toEqual([true, false]);
  });

  test('says where the sources hold one side only', () => {
    const said = (onlyOneSideInSources: boolean): string =>
      show({ data: data.card({ topics: [data.topic({ onlyOneSideInSources })] }) }).card
        .textContent ?? '';
    expect(said(true)).toContain('The sources hold one side only.');
    expect(said(false)).not.toContain('one side only');
  });

  test('shows the formula through the years in words, oldest first', () => {
    expect(
      all(show().card, '.years li').map((year) => [
        year.querySelector('b')?.textContent,
        year.lastElementChild?.textContent,
      ]),
    ).toEqual([
      ['2027', 'not seen'],
      ['2028', 'absent'],
      ['2029', 'changed'],
      ['2030', 'present'],
      ['2031', 'present'],
    ]);
  });

  test('gives the passages that belong to it with relation, speaker, document and date', () => {
    const { card } = show({ data: data.card({ siblings: data.SIBLINGS }) });
    expect(texts(card, '.siblings li')).toEqual([
      'The bridge as a road for allsame formula · Joint text, both sides · Joint Declaration on the Bridge · 8 May 2029',
      'No tolls on the southern bankthe other side’s part · Southland · The document is not in this index. · no date known',
    ]);
    expect(show({ data: data.card({ siblings: [] }) }).card.querySelector('.siblings')).toBeNull();
  });

  test('puts a wording into quotation marks only where it is a slice of a source', () => {
    const [document] = data.FORMULA.documents;
    if (document === undefined) throw new Error('The formula stands nowhere.');
    const rows = [
      { ...document, document: 'a', wording: 'in every season', isQuoted: true },
      { ...document, document: 'b', wording: 'in all seasons, by reports', isQuoted: false },
    ];
    const { card } = show({
      data: data.card({ formulae: [{ ...data.FORMULA, documents: rows }] }),
    });
    expect(texts(card, '.years-words q')).toEqual(['in every season']);
    expect(card.querySelector('.years-words')?.textContent).toContain('in all seasons, by reports');
  });

  test('names the earliest text that has the formula', () => {
    const { card } = show({ data: data.card({ formulae: [data.FORMULA] }) });
    expect(card.querySelector('.formula .said')?.textContent).toBe(
      'Earliest text known to have it: Joint Declaration of 2028',
    );
  });

  test('says how words quoted elsewhere lie to the clause', () => {
    const [quoted] = data.framingCard().voices;
    if (quoted === undefined) throw new Error('The framing quotes nobody.');
    const { card } = show({ data: data.card({ voices: [{ ...quoted, how: 'paraphrase' }] }) });
    const voices = all(card, '.voice').map(({ textContent }) => textContent);
    expect(voices.filter((voice) => voice?.includes('paraphrase'))).toHaveLength(1);
  });

  test('says why it matched, from which pack, and what a highlight means', () => {
    const why = show().card.querySelector('.why')?.textContent;
    expect(why).toContain('Matched on 8 words of the page: will · keep · the · bridge');
    expect(why).toContain('Pack: The bridge, version 1.2.0, 1 June 2031');
    expect(why).toContain('A highlight does not mean wrong; unmarked text was not checked.');
    expect(why).toContain('The index covers 18 documents to 20 May 2031.');
  });

  test('is not there before it is asked for', () => {
    expect(show({ expanded: false }).card.querySelector('.more')).toBeNull();
  });
});

describe('the controls', () => {
  test('have names, and do what they say', () => {
    const { card, done } = show();
    const buttons = all(card, 'button');
    const names = buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent);
    expect(names).toEqual([
      'Previous highlight',
      'Next highlight',
      'Close',
      'Do not mark on this site',
      'Do not mark anywhere',
      'Save passage',
      'Copy with citation',
      'Less',
    ]);
    for (const button of buttons) button.click();
    expect(done.map((deed) => deed.split(' ')[0])).toEqual([
      'previous',
      'next',
      'close',
      'mute',
      'mute',
      'save',
      'copy',
      'more',
    ]);
    expect(done).toContain('mute site');
    expect(done.find((deed) => deed.startsWith('copy'))).toContain(
      `“${data.ENGLISH.text}” — Joint`,
    );
  });

  test('say whether the passage is saved and whether the second layer is open', () => {
    const { card } = show({ isSaved: true, expanded: false });
    expect(card.querySelector('[aria-pressed=true]')?.textContent).toBe('Saved');
    expect(card.querySelector('[aria-expanded=false]')?.textContent).toBe('More');
  });

  test('leave muting out where it is not offered', () => {
    const nothing = (): void => {};
    const actions: CardActions = {
      save: nothing,
      copy: nothing,
      previous: nothing,
      next: nothing,
      close: nothing,
      toggleMore: nothing,
    };
    expect(show({ actions }).card.textContent).not.toContain('Do not mark');
  });

  test('announce what just happened', () => {
    expect(show({ notice: 'Copied.' }).card.querySelector('[role=status]')?.textContent).toBe(
      'Copied.',
    );
  });
});

test.each(INTERFACE_LANGUAGES)('every state shows no key and no empty name in %s', (language) => {
  for (const [name, state] of Object.entries(cardStates(language))) {
    render(state, document.body);
    const shown = document.body.textContent ?? '';
    expect({
      name,
      keys: shown.match(/\b(?:card|kind|degree|coverage|notice)\.[a-z]\w*/g),
    }).toEqual({
      name,
      keys: null,
    });
    expect({ name, left: shown.match(/\{\w+\}/g) }).toEqual({ name, left: null });
  }
});
