import { expect, test } from 'vitest';
import { indexInputOf } from '../../../utils/pack/index-input-of.ts';
import { loadPack } from '../../../utils/pack/load.ts';
import { smallPack } from '../../support/small-pack.ts';

function inputOf(files: Map<string, string>) {
  const { pack } = loadPack(files);
  if (pack === null) throw new Error('the small pack does not load');
  return indexInputOf(pack);
}

function itemOf(files: Map<string, string>, id: string) {
  return inputOf(files).items.find((item) => item.id === id);
}

test('a clause brings its printed texts first and our own wordings after them', () => {
  expect(itemOf(smallPack(), 'treaty-bridge-open')?.wordings).toEqual([
    { language: 'en', text: 'The bridge shall be open to all', origin: 'original' },
    { language: 'en', text: 'Nobody is kept from the bridge', origin: 'ours' },
  ]);
});

test('a report of a document is marked as a report', () => {
  const files = smallPack();
  files.set(
    'pack.yaml',
    (files.get('pack.yaml') ?? '').replace('role: original', 'role: report, by: "X"'),
  );
  expect(itemOf(files, 'treaty-bridge-open')?.wordings[0]?.origin).toBe('report');
});

test('an item has the questions of the framings that name it, and its subject last', () => {
  expect(itemOf(smallPack(), 'treaty-bridge-open')?.topics).toEqual(['openness', 'subject:bridge']);
  expect(itemOf(smallPack(), 'claim-trade-1901')?.topics).toEqual(['subject:trade']);
  expect(itemOf(smallPack(), 'framing-open-bridge')?.topics).toEqual(['openness']);
});

test('a framing brings its cues, and not the forms of a formula, which may be as common as one word', () => {
  const patterns = itemOf(smallPack(), 'framing-open-bridge')?.cues.map(({ pattern }) => pattern);
  expect(patterns).toEqual(['open bridge', '开放的桥', 'открытый мост']);
});

test('a cue listed both ways stays general', () => {
  const files = smallPack().set(
    'wordings/framings.yaml',
    'items:\n  - id: framing-open-bridge\n    cues_general: {en: ["open bridge"]}\n',
  );
  const cues = itemOf(files, 'framing-open-bridge')?.cues;
  expect(cues?.filter(({ pattern }) => pattern === 'open bridge')).toEqual([
    { language: 'en', pattern: 'open bridge', general: true },
  ]);
});

test('wordings of one item in several files are joined', () => {
  const files = smallPack().set(
    'wordings/more.yaml',
    'items:\n  - id: treaty-bridge-open\n    wordings: {ru: ["Мост открыт для всех"]}\n',
  );
  const languages = itemOf(files, 'treaty-bridge-open')?.wordings.map(({ language }) => language);
  expect(languages).toEqual(['en', 'en', 'ru']);
});

test('near misses are handed over to be avoided', () => {
  expect(itemOf(smallPack(), 'treaty-bridge-open')?.avoid).toEqual([
    { language: 'en', pattern: 'bridge loan', general: false },
  ]);
});

test('entries are JSON values and hold no cue', () => {
  const entries = [...inputOf(smallPack()).entries];
  expect(JSON.parse(JSON.stringify(entries))).toEqual(entries);
  expect(JSON.stringify(entries)).not.toContain('开放的桥');
});

test('a claim says whether it denies, what it names, and its figures with the multiplier applied', () => {
  const files = smallPack();
  const claim = files.get('claims/trade.yaml') ?? '';
  files.set(
    'claims/trade.yaml',
    claim
      .replace('names: []', 'names: [{en: ["crown"], zh: ["克朗"], ru: ["крона"]}]')
      .replace(
        'value: 12000000, unit: crowns',
        'value: 1.6, unit: "million crowns", qualifier: about',
      )
      .replace(
        '    evidence:',
        '      - {value: "nearly all", unit: share, period: "1901", said_by: X, said_on: unknown, address: "https://x.example"}\n    evidence:',
      ),
  );
  expect(itemOf(files, 'claim-trade-1901')?.assertion).toEqual({
    polarity: 'affirms',
    names: [{ en: ['crown'], zh: ['克朗'], ru: ['крона'] }],
    quantities: [{ value: 1600000, unit: 'crowns', period: '1901', qualifier: 'about' }],
  });
});

test('only claims say so', () => {
  const others = inputOf(smallPack()).items.filter(({ kind }) => kind !== 'claim');
  expect(others.length).toBeGreaterThan(2);
  expect(others.every((item) => item.assertion === undefined)).toBe(true);
});
