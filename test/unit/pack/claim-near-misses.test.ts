import { expect, test } from 'vitest';
import { readPackFolder } from '../../../scripts/packs/build-pack.ts';
import { packFolder } from '../../../scripts/packs/folders.ts';
import { createEngine, type Engine } from '../../../utils/match/engine.ts';
import { openIndex, type PackIndex } from '../../../utils/pack/index-format.ts';
import type { IndexInput } from '../../../utils/pack/index-input.ts';
import { compile } from '../../support/matching.ts';

const input = readPackFolder(packFolder('china-russia'));
const withNearMisses = engineOn(input);
const without = engineOn({
  ...input,
  items: input.items.map((item) => (item.kind === 'claim' ? { ...item, avoid: [] } : item)),
});

/** What a page on the subject says before the sentence, in the same paragraph. */
const BEFORE = {
  en: 'Russia and China spoke of ties between China and Russia. ',
  zh: '中国和俄罗斯举行会谈。',
  ru: 'Россия и Китай провели переговоры. Китай и Россия договорились. ',
} as const;

/** A sentence that looks like the claim and is another matter. */
const NEAR_MISSES = [
  [
    'claim-far-east-gas-route',
    'en',
    'A new container service on the Far Eastern route opens in 2027.',
  ],
  ['claim-media-memorandums-2025', 'en', 'Local media said that they signed six contracts.'],
  ['claim-film-plan-2025', 'en', 'The studio runs a joint film production with France.'],
  ['claim-visitors-2024', 'en', 'Last year 1.6 million Russian tourists visited Turkey.'],
  ['claim-visitors-2024', 'ru', 'За год 1,6 млн россиян посетили Турцию.'],
  ['claim-visitors-2024', 'zh', '去年160万俄罗斯游客前往土耳其。'],
  ['claim-joint-programmes', 'en', 'The list has 160 joint military programmes.'],
  ['claim-joint-institutions', 'en', 'The register names 27 joint stock lending institutions.'],
  ['claim-university-associations', 'en', 'A dozen associations of university alumni met.'],
  ['claim-sco-summit-importance', 'en', 'Two per cent growth was forecast before the SCO summit.'],
  ['claim-treason-cases', 'en', 'Doctors counted 43 cases of measles.'],
  ['claim-treason-cases', 'en', 'Estonian treason cases have risen since last spring.'],
  ['claim-russian-partnership-elite-project', 'en', 'The campus is a project of an elite school.'],
  [
    'claim-timing-after-trump-2026',
    'en',
    'The call came days after the meeting with Trump in Alaska.',
  ],
  ['claim-three-statements-2025', 'en', 'Moscow signed three joint statements with Vietnam.'],
  ['claim-three-statements-2025', 'ru', 'Москва подписала три совместных документа с Вьетнамом.'],
  ['claim-xi-principal-guest-2025', 'en', 'Putin was chief guest of the Republic Day parade.'],
  ['claim-trump-pull-moscow-away', 'en', 'Trump wants to separate China from Iran.'],
  ['claim-xi-11th-visit', 'en', 'It was Modi’s 11th visit to Russia.'],
  ['claim-xi-11th-visit', 'ru', 'Для Моди это 11-й визит в Россию.'],
  ['claim-russia-most-visited', 'en', 'The Hermitage is the most visited museum.'],
  [
    'claim-xi-victory-day-after-ten-years',
    'en',
    'Fico came for the first time in ten years to the Victory parade.',
  ],
  ['claim-investment-deterrents', 'en', 'Investors complain of corruption in Pakistan.'],
  ['claim-bri-eaeu-alignment', 'en', 'Serbia trades with the EAEU and takes Belt and Road loans.'],
  ['claim-priority-projects', 'en', 'Moscow counts 90 joint projects with Belarus.'],
  ['claim-priority-projects', 'ru', 'У Москвы 90 совместных проектов с Казахстаном.'],
  ['claim-chinese-makers-in-russia', 'en', 'Chinese carmakers expand their presence in Brazil.'],
  ['claim-last-large-investment-tula', 'en', 'The Tula arms plant works in three shifts.'],
  ['claim-last-large-investment-tula', 'en', 'Great Wall opened its Brazil plant.'],
  [
    'claim-raw-materials-for-goods',
    'en',
    'African raw materials are paid for with finished goods.',
  ],
  ['claim-technology-not-shared', 'en', 'Western firms refuse to share technology.'],
  [
    'claim-declaration-2026-content',
    'en',
    'Moscow was the single ideological centre of the Soviet camp.',
  ],
  ['claim-first-multipolarity-declaration-1997', 'en', 'In 1997 Primakov spoke of multipolarity.'],
  ['claim-qing-territory', 'en', 'The map shows 1.5 million square kilometres of sea ice.'],
  ['claim-ukraine-wording-echoes-russia', 'en', 'The text echoes the Russian position on Syria.'],
  ['claim-china-neutral-ukraine', 'en', 'China stays neutral in the Gaza war.'],
  ['claim-tianjin-attendance', 'en', 'Goods of 20 countries came to Tianjin port.'],
  [
    'claim-tianjin-declaration-content',
    'en',
    'Energy and artificial intelligence stand in the declaration of BRICS.',
  ],
  ['claim-sco-accession-blocked', 'en', 'Pakistan blocked Armenia over arms sales.'],
  ['claim-central-asia-influence', 'en', 'Turkish firms displace Russian ones in Central Asia.'],
] as const;

function engineOn(items: IndexInput): { readonly engine: Engine; readonly index: PackIndex } {
  const index = openIndex(compile(items).buffer);
  return { engine: createEngine(index), index };
}

function cuesOf(claim: string, text: string, { engine, index }: ReturnType<typeof engineOn>) {
  return engine
    .explain(text)
    .cues.filter(({ item }) => index.string(index.sections.itemId[item] ?? 0) === claim);
}

test.each(NEAR_MISSES)('7.12 no cue of %s is met in (%s) “%s”', (claim, language, sentence) => {
  const text = BEFORE[language] + sentence;
  expect(cuesOf(claim, text, without), 'would be met without the near miss').not.toEqual([]);
  expect(cuesOf(claim, text, withNearMisses)).toEqual([]);
});

test.each(NEAR_MISSES)('7.12 %s is not told by (%s) “%s”', (claim, language, sentence) => {
  const start = BEFORE[language].length;
  const found = withNearMisses.engine.match(BEFORE[language] + sentence, 'broad');
  expect(found.filter((match) => match.item === claim && match.end > start)).toEqual([]);
});

test('every claim with cues names a near miss, each with its reason', () => {
  const claims = input.items.filter(({ kind, cues }) => kind === 'claim' && cues.length > 0);
  expect(claims.length).toBeGreaterThan(50);
  expect(claims.flatMap(({ id, avoid }) => (avoid.length === 0 ? [id] : []))).toEqual([]);
});
