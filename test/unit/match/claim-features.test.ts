import { describe, expect, it } from 'vitest';
import { CLAIM_FEATURES, type ClaimFeatureName } from '../../../utils/match/claim-features.ts';
import type { Circumstances } from '../../../utils/match/claim-query.ts';
import { createClaimDescriber } from '../../../utils/match/rank-claims.ts';
import type { IndexItem } from '../../../utils/pack/index-input.ts';
import { indexOf, item } from '../../support/matching.ts';

function claim(id: string, statement: string, ...others: string[]): IndexItem {
  return item({
    id,
    kind: 'claim',
    wordings: [statement, ...others].map((text) => ({ language: 'en', text, origin: 'report' })),
  });
}

const FILLER = Array.from({ length: 200 }, (_, at) =>
  claim(`filler-${at}`, `Gardeners in village ${at + 300} planted cherries and walnuts`),
);
const INDEX = indexOf(
  claim(
    'ferry',
    'The ferryman Zachary Quill carried 45 pilgrims across the frozen estuary in July 2019',
    'Did a Ferryman Cross an Icy Estuary?',
  ),
  claim('glacier-1', 'Walruses sleep beside the Kolka glacier'),
  claim('glacier-2', 'Walruses left the Kolka glacier'),
  claim('glacier-3', 'Walruses returned to the Kolka glacier'),
  claim('glacier-4', 'The Kolka glacier is melting quickly'),
  ...FILLER,
);
const describeText = createClaimDescriber(INDEX);

function features(
  text: string,
  id = 'ferry',
  circumstances: Circumstances = {},
): Record<ClaimFeatureName, number> {
  const found = describeText(text, circumstances).find((described) => described.item === id);
  if (!found) throw new Error(`${id} is no candidate`);
  const values = CLAIM_FEATURES.map((name, at) => [name, found.features[at] ?? 0] as const);
  return Object.fromEntries(values) as Record<ClaimFeatureName, number>;
}

const WHOLE =
  'The ferryman Zachary Quill carried 45 pilgrims across the frozen estuary in July 2019';

describe('the features of a claim', () => {
  it('covers the statement whole when the text is the statement, and less with each word left out', () => {
    expect(features(WHOLE).coverStatement).toBeCloseTo(1);
    expect(features('Zachary Quill carried pilgrims').coverStatement).toBeLessThan(0.8);
  });

  it('tells the title from the statement', () => {
    const title = features('Did a ferryman cross an icy estuary?');
    expect(title.coverOthers).toBeCloseTo(1);
    expect(title.coverStatement).toBeLessThan(0.5);
    expect(title.coverBest).toBe(title.coverOthers);
  });

  it('covers less of a text that goes on about something else', () => {
    const long = features(`${WHOLE} while bakers sold nineteen kinds of marzipan elsewhere`);
    expect(long.coverText).toBeLessThan(features(WHOLE).coverText);
    expect(long.coverStatement).toBeCloseTo(1);
  });

  it('scores the best sentence, however many others stand around it', () => {
    const alone = features('Zachary Quill carried pilgrims.').sentence;
    const among = features(
      'Marzipan sells. Zachary Quill carried pilgrims. Bakers rejoice.',
    ).sentence;
    expect(among).toBeCloseTo(alone);
    const apart = features('Zachary rejoices. Quill sells marzipan. Pilgrims bake.').sentence;
    expect(apart).toBeLessThan(alone);
  });

  it('weighs neighbours and order, which the same words shuffled do not have', () => {
    const straight = features('Zachary Quill carried pilgrims across the estuary');
    const shuffled = features('Estuary the across pilgrims carried Quill Zachary');
    expect(shuffled.neighbours).toBeLessThan(straight.neighbours);
    expect(shuffled.inOrder).toBeLessThan(straight.inOrder);
    expect(shuffled.run).toBeLessThan(straight.run);
    expect(shuffled.sharedStatement).toBeCloseTo(straight.sharedStatement);
  });

  it('sees words near each other that are no neighbours, and not far ones', () => {
    expect(features('Quill, says he, carried pilgrims').near).toBeGreaterThan(0);
    expect(
      features('Quill went home to bake marzipan for nineteen bakers and saw no pilgrims').near,
    ).toBe(0);
  });

  it('counts names with capitals inside a sentence, and not the word that opens it', () => {
    expect(features('they met Zachary yesterday').names).toBeCloseTo(1);
    expect(features('they met Zachary and Bartholomew').names).toBeLessThan(0.7);
    expect(features('Zachary met nobody').names).toBe(0);
  });

  it('finds figures, and misses those that the text does not give', () => {
    const given = features('Quill carried 45 pilgrims in 2019');
    expect(given.figures).toBe(2);
    expect(given.figuresMissing).toBe(0);
    const other = features('Quill carried 46.5 pilgrims in 2018');
    expect(other.figures).toBe(0);
    expect(other.figuresMissing).toBe(2);
  });

  it('takes a year of the date for given', () => {
    const dated = features('Quill carried 45 pilgrims', 'ferry', { date: 'July 4, 2019' });
    expect(dated.figuresMissing).toBe(0);
    expect(dated.date).toBeGreaterThan(0);
    expect(features('Quill carried 45 pilgrims', 'ferry', { date: 'May 4, 1987' }).date).toBe(0);
  });

  it('weighs the speaker apart from the text, and once', () => {
    const said = features('I carried pilgrims', 'ferry', {
      speaker: 'Zachary Quill @zacharyquill',
    });
    expect(said.speaker).toBeGreaterThan(0);
    expect(said.names).toBe(0);
    const both = features('Zachary Quill carried pilgrims', 'ferry', { speaker: 'Zachary Quill' });
    expect(both.speaker).toBe(0);
  });

  it('names the rarest word that is shared and the rarest that is missing', () => {
    const common = features('Walruses swim', 'glacier-1');
    const rare = features('Walruses sleep beside', 'glacier-1');
    expect(rare.rarest).toBeGreaterThan(common.rarest);
    expect(rare.rarestMissing).toBeLessThan(common.rarestMissing);
  });

  it('knows words that go together in the claims, and not those that met once', () => {
    const companions = features('Kolka is melting', 'glacier-2').companions;
    expect(companions).toBeGreaterThan(0);
    expect(features('Zachary carried pilgrims').companions).toBe(0);
  });
});
