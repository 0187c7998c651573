import { describe, expect, test } from 'vitest';
import { cardOf } from '../../../utils/pack/card.ts';
import type { CardLanguage } from '../../../utils/pack/card-language.ts';
import { indexInputOf } from '../../../utils/pack/index-input-of.ts';
import { loadPack } from '../../../utils/pack/load.ts';
import { bundledPack } from '../../support/bundled-pack.ts';
import { smallPack } from '../../support/small-pack.ts';

function small(item: string, language: CardLanguage = 'en', files = smallPack()) {
  const { pack } = loadPack(files);
  if (pack === null) throw new Error('the small pack does not load');
  const { entries } = indexInputOf(pack);
  return cardOf((id) => entries.get(id) ?? null, item, language);
}

describe('a clause', () => {
  test('shows its text with its source, its document and its topic', () => {
    expect(small('treaty-bridge-open')).toMatchObject({
      kind: 'clause',
      title: 'Bridge open to all',
      texts: [
        {
          language: 'en',
          text: 'The bridge shall be open to all',
          role: 'original',
          by: null,
          citation: {
            publisher: 'The Gazette',
            title: 'The Gazette',
            date: '1901-05-06',
            address: 'https://gazette.example/1901',
          },
        },
      ],
      speaker: 'Joint text',
      document: {
        title: 'River Treaty of 1901',
        date: '1901-05-01',
        issuers: ['Northland', 'Southland'],
      },
    });
  });

  test('without a title of ours is named by its first words', () => {
    const files = smallPack();
    const file = 'clauses/river-treaty-1901.yaml';
    files.set(file, (files.get(file) ?? '').replace('    title: "Bridge open to all"\n', ''));
    expect(small('treaty-bridge-open', 'en', files)?.title).toBe('The bridge shall be open to all');
  });
});

test('a topic shows every framing with who holds it, and says where nobody is quoted', () => {
  const topic = small('framing-open-bridge')?.topics[0];
  expect(topic?.question).toBe('Is the bridge open?');
  expect(topic?.framings).toMatchObject([
    {
      heldBy: ['both governments'],
      absentFromSources: false,
      voices: [{ text: 'open to all', by: 'The treaty' }],
    },
    { heldBy: ['travellers'], absentFromSources: true, voices: [] },
  ]);
});

test('a framing shows the formula that belongs to it, by document', () => {
  expect(small('framing-open-bridge')?.formulae).toMatchObject([
    {
      label: 'Open to all',
      documents: [
        {
          title: 'River Treaty of 1901',
          date: '1901-05-01',
          status: 'present',
          wording: 'open to all',
        },
      ],
    },
  ]);
});

test('a claim shows its figures with period and place, and how the sources lie', () => {
  expect(small('claim-trade-1901')).toMatchObject({
    kind: 'claim',
    title: 'Trade reached 12 million crowns in 1901.',
    status: 'One source.',
    figures: [
      {
        value: 12000000,
        period: '1901',
        citation: { publisher: 'gazette.example', address: 'https://gazette.example/1901' },
      },
    ],
    voices: [{ by: 'The Gazette' }],
  });
});

test('texts of ours come in the language of the interface and fall back to English', () => {
  const files = smallPack().set(
    'texts/ru.yaml',
    'language: ru\nnames: {Northland: "Северия"}\nitems:\n  treaty-bridge-open: {title: "Мост открыт для всех"}\n',
  );
  const card = small('treaty-bridge-open', 'ru', files);
  expect(card?.title).toBe('Мост открыт для всех');
  expect(card?.document?.issuers).toEqual(['Северия', 'Southland']);
  expect(small('treaty-bridge-open', 'zh-TW', files)?.title).toBe('Bridge open to all');
});

test('traditional Chinese falls back to simplified before English', () => {
  const files = smallPack().set(
    'texts/zh-Hans.yaml',
    'language: zh-Hans\nitems:\n  treaty-bridge-open: {title: "桥梁开放"}\n',
  );
  expect(small('treaty-bridge-open', 'zh-TW', files)?.title).toBe('桥梁开放');
});

test('a former id leads to the item that stands for it, and an unknown one to nothing', () => {
  expect(small('B1')?.item).toBe('treaty-bridge-open');
  expect(small('nothing-of-this-name')).toBeNull();
  expect(small('gazette-1901')).toBeNull();
});

test('coverage counts the documents of which something is held, to the latest of them', () => {
  expect(small('treaty-bridge-open')?.coverage).toEqual({ documents: 1, to: '1901-05-01' });
});

describe('the bundled pack', () => {
  const { items, entries } = indexInputOf(bundledPack());
  const card = (item: string, language: CardLanguage) =>
    cardOf((id) => entries.get(id) ?? null, item, language);

  test.each(['en', 'zh-CN', 'zh-TW', 'ru'] as const)(
    'has a card for every item in %s',
    (language) => {
      const without = items.filter(({ id }) => card(id, language) === null).map(({ id }) => id);
      expect(without).toEqual([]);
    },
  );

  test('shows no framing without somebody who holds it', () => {
    const framings = items
      .flatMap(({ id }) => card(id, 'en')?.topics ?? [])
      .flatMap((topic) => topic.framings);
    expect(framings.length).toBeGreaterThan(80);
    expect(framings.filter(({ heldBy }) => heldBy.length === 0)).toEqual([]);
  });

  test('names the clauses that belong to a clause, with their documents', () => {
    expect(card('js2025-not-against-third-party', 'en')?.siblings).toContainEqual({
      item: 'readout-putin-2025-not-against-third-parties',
      title: 'Not against third parties, not moved by passing matters',
      document: 'Xinhua readout of the talks, 8 May 2025',
      date: '2025-05-08',
      speaker: 'Vladimir Putin',
      relation: 'same-formula',
    });
  });

  test.each(['zh-CN', 'zh-TW', 'ru'] as const)(
    'writes no date and no figure in English words in %s',
    (language) => {
      const shown = items.flatMap(({ id }) => {
        const { voices = [], figures = [], texts = [] } = card(id, language) ?? {};
        return [...voices, ...figures, ...texts]
          .map(({ citation }) => citation?.date)
          .concat(figures.map(({ value }) => String(value)));
      });
      expect(shown.length).toBeGreaterThan(400);
      expect(shown.filter((words) => words && /[A-Za-z]/.test(words))).toEqual([]);
    },
  );

  test('dates a figure that stands at an address', () => {
    const figures = card('claim-gdp-ratio', 'en')?.figures ?? [];
    expect(figures.map(({ citation }) => citation?.date)).toContain('2025-07-16');
  });

  test('says of a figure whose page shows no day that the day is unknown', () => {
    const dates = (language: CardLanguage) =>
      card('claim-documents-signed-2026', language)?.figures.map(({ citation }) => citation?.date);
    expect(dates('en')).toEqual(['2026-06-07', 'day unknown', '2026-05-20']);
    expect(dates('ru')?.[1]).toBe('день не указан');
  });

  test('says between whom a difference lies', () => {
    expect(card('framing-junior-partner', 'en')?.notes[0]).toMatch(
      /^\S.* \/ .*NEST.* — One speaks of the principles of the relationship/,
    );
  });

  test('quotes a formula only in the words of a slice', () => {
    const rows = items
      .filter(({ kind }) => kind === 'clause')
      .flatMap(({ id }) => card(id, 'en')?.formulae ?? [])
      .flatMap(({ documents }) => documents);
    const wordings = (isQuoted: boolean) =>
      rows.filter((row) => row.isQuoted === isQuoted).map(({ wording }) => wording);
    expect(wordings(true)).toContain('they are not directed at any third party');
    expect(wordings(false)).toContain('Taiwan part of China; against its independence');
  });

  test('names the earliest text with a formula', () => {
    const formulae = card('js2025-not-against-third-party', 'en')?.formulae ?? [];
    const firsts = Object.fromEntries(formulae.map(({ id, firstSeen }) => [id, firstSeen]));
    expect(firsts['phrase-not-against-third-parties']).toBe(
      'Treaty of Good-Neighbourliness, 16 July 2001',
    );
  });

  test('says how a passage quoted elsewhere lies to the clause', () => {
    const voice = card('js2025-not-against-third-party', 'en')?.voices[0];
    expect(voice?.how).toBe('another rendering of the same Chinese');
  });

  test('gives our own Russian after every printed text, as ours and without a place', () => {
    for (const { id, kind } of items) {
      const texts = card(id, 'ru')?.texts ?? [];
      if (kind !== 'clause') continue;
      expect(texts.at(-1), id).toMatchObject({
        role: 'ours',
        language: 'ru',
        by: null,
        citation: { publisher: null, address: null },
      });
      expect(
        texts.slice(0, -1).every(({ role }) => role !== 'ours'),
        id,
      ).toBe(true);
    }
  });

  test('shows a summary of the newsletter as its report, with its name', () => {
    const text = card('gss2025-aukus', 'en')?.texts[0];
    expect(text).toMatchObject({
      role: 'report',
      by: expect.stringContaining('Tracking People’s Daily'),
    });
  });

  test('shows the Chinese original before its translation', () => {
    const texts = card('js2025-highest-level', 'en')?.texts.map(({ role, language }) => [
      role,
      language,
    ]);
    expect(texts).toEqual([
      ['original', 'zh-Hans'],
      ['translation', 'en'],
      ['ours', 'ru'],
    ]);
  });

  test.each(['zh-Hans', 'zh-Hant', 'ru'] as const)(
    'translates no name in %s that it does not use',
    (tag) => {
      const used = JSON.stringify([...entries].filter(([id]) => id !== 'names:'));
      // A card in Chinese counts otherwise and names the unit alone.
      const bareUnits = used.replace(/"unit":"(?:million|billion) /g, '"unit":"');
      const ours = [
        'Seen at',
        'day unknown',
        'hundred million',
        'ten thousand',
        'The English is shorter than the Chinese.',
      ];
      const names = Object.keys(bundledPack().texts.get(tag)?.names ?? {});
      const unused = names.filter(
        (name) => !`${used}${bareUnits}`.includes(JSON.stringify(name)) && !ours.includes(name),
      );
      expect(names.length).toBeGreaterThan(100);
      expect(unused).toEqual([]);
    },
  );
});

test('a claim of the bundled pack that was overtaken says when and where, any other does not', () => {
  const pack = bundledPack();
  const { entries } = indexInputOf(pack);
  const overtaken = pack.claims.filter(({ status }) => status.value === 'overtaken');
  expect(overtaken.length).toBeGreaterThan(0);
  for (const { id, status } of pack.claims) {
    const card = cardOf((entry) => entries.get(entry) ?? null, id, 'ru');
    expect(card?.overtakenBy, id).toEqual(status.overtaken_by ?? null);
  }
});
