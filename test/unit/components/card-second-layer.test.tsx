// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import * as data from '../../gallery/fixtures/card-data.ts';
import { all, show, texts } from '../../support/show-card.tsx';

afterEach(() => render(null, document.body));

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
      ['2027', 'not known'],
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

  test('says once why nothing is known of several documents', () => {
    const [document] = data.FORMULA.documents;
    if (document === undefined) throw new Error('The formula stands nowhere.');
    const silent = { ...document, status: 'unknown', wording: null, note: 'Not read.' } as const;
    const rows = [
      { ...silent, document: 'a', title: 'Charter of 2021' },
      { ...document, document: 'b', title: 'Charter', date: '2022-03-04', wording: 'always' },
      { ...silent, document: 'c', title: 'Charter of 2023' },
    ];
    const { card } = show({
      data: data.card({ formulae: [{ ...data.FORMULA, documents: rows }] }),
    });
    expect(texts(card, '.years-words dt')).toEqual([
      '4 March 2022 · Charter',
      'Charter of 2021 · Charter of 2023',
    ]);
    expect(texts(card, '.years-words dd').at(-1)).toBe('Not read.');
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

  test('offers to undo a muting beside what it says of it, and shows what is muted', () => {
    const { card, done } = show({
      position: { index: -1, total: 5 },
      muted: 'everywhere',
      notice: 'No longer marked anywhere.',
    });
    expect(card.querySelector('[role=status]')?.textContent).toBe('No longer marked anywhere.');
    expect(card.querySelector('.place')).toBeNull();
    expect(texts(card, '.why [aria-pressed=true]')).toEqual(['Do not mark anywhere']);
    const undo = all(card, '.foot button').find(({ textContent }) => textContent === 'Undo');
    undo?.click();
    expect(done).toEqual(['mute everywhere']);
    expect(texts(show().card, '.foot button')).not.toContain('Undo');
  });
});
