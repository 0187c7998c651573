import { describe, expect, test } from 'vitest';
import { createCueMeasure } from '../../../../scripts/packs/cue-surprise.ts';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { LEAST_SURPRISE } from '../../../../utils/pack/check/common-cue.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

const cueSurprise = createCueMeasure();
const context = { ...smallContext(), cueSurprise };
const withCue = (cue: string) =>
  smallPackWith('topics/openness.yaml', '{en: ["closed bridge"]', `{en: [${cue}]`);

test('a cue of everyday words is reported, with what to do about it', () => {
  expect(checkPack(withCue('"in the end"'), context).faults).toMatchObject([
    {
      file: 'topics/openness.yaml',
      item: 'framing-closed-bridge',
      message: 'the cue "in the end" is too common to be worth marking',
      remedy: 'Move it to cues_general or lengthen it',
    },
  ]);
});

test('the same words pass as a general cue', () => {
  const files = smallPackWith(
    'topics/openness.yaml',
    'cues: {en: ["closed bridge"]',
    'cues_general: {en: ["in the end"]}\n    cues: {en: ["closed bridge"]',
  );
  expect(checkPack(files, context).faults).toEqual([]);
});

test('a cue listed both ways counts as general, as it does in the index', () => {
  const files = withCue('"in the end"').set(
    'wordings/more.yaml',
    'items: [{id: framing-closed-bridge, cues_general: {en: ["in the end"]}}]\n',
  );
  expect(checkPack(files, context).faults).toEqual([]);
});

describe('a cue weighs as much as its lightest form', () => {
  const isCommon = (cue: string, language: 'en' | 'zh' | 'ru' = 'en') =>
    cueSurprise(cue, language) < LEAST_SURPRISE;

  test.each([
    ['(neocolonialism|good) people'],
    ['[neocolonialism] good people'],
    ['good … people'],
    ['{number} people'],
  ])('%s is too common', (cue) => expect(isCommon(cue)).toBe(true));

  test.each([
    ['neocolonialism'],
    ['junior partner'],
    ['unbreakable friendship'],
    ['good neocolonialism people'],
  ])('%s is rare enough', (cue) => expect(isCommon(cue)).toBe(false));

  test('one that names a party says whom it is about', () => {
    expect(isCommon('go with {russia}')).toBe(false);
    expect(isCommon('go ({russia}|there)')).toBe(true);
  });

  test('Chinese is read in the likeliest way, as pairs or as characters', () => {
    expect(isCommon('我们', 'zh')).toBe(true);
    expect(isCommon('永久睦邻友好', 'zh')).toBe(false);
  });

  test('Russian words count by their stems', () => {
    expect(isCommon('хорошие люди', 'ru')).toBe(true);
    expect(isCommon('первопричины', 'ru')).toBe(false);
  });
});

test('what cannot be read as a pattern is left to the rule that says why', () => {
  const { faults } = checkPack(withCue('"(open"'), context);
  expect(faults).toEqual([]);
});
