// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { CardActions } from '../../../components/card/types.ts';
import { INTERFACE_LANGUAGES } from '../../../utils/i18n/translate.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import { evidenceOf } from '../../gallery/fixtures/alignment.ts';
import * as data from '../../gallery/fixtures/card-data.ts';
import { cardStates } from '../../gallery/states/card-states.tsx';
import { all, QUOTED, show, texts } from '../../support/show-card.tsx';

afterEach(() => render(null, document.body));

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
    expect(texts(card, '.wording .cap')[1]).toContain('words not in the marked passage in grey');
  });

  test('calls a report a report of its reporter, and never original or translation', () => {
    const { card } = show({
      data: data.card({ texts: [{ ...data.ENGLISH, role: 'report' }] }),
      expanded: false,
    });
    const caption = card.querySelector('[data-role=report] .cap')?.textContent;
    expect(caption).toContain('Reported by Bridge Weekly');
    expect(caption).toContain('a report of the document, not its words');
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
