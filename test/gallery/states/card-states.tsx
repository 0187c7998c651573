import type { ComponentChild } from 'preact';
import { Card } from '../../../components/card/card.tsx';
import { CardProblem } from '../../../components/card/card-problem.tsx';
import type { CardActions, CardMatch, CardProps } from '../../../components/card/types.ts';
import type { InterfaceLanguage } from '../../../utils/i18n/translate.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import type { Evidence } from '../../../utils/match/types.ts';
import type { CardText } from '../../../utils/pack/card-data.ts';
import { evidenceOf } from '../fixtures/alignment.ts';
import * as data from '../fixtures/card-data.ts';

const actions: CardActions = {
  save() {},
  copy() {},
  previous() {},
  next() {},
  close() {},
  toggleMore() {},
  mute() {},
};

/** Evidence of a phrase: its words, and no wording to lie them beside. */
const cueOf = (text: string): Evidence => ({
  language: 'en',
  origin: 'ours',
  wording: -1,
  words: [...text.matchAll(/[\p{L}\d,]+/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  })),
  alignment: [],
});

function quoting(text: string, wording: CardText, degree: CardMatch['degree']): CardMatch {
  const language = wording.language === 'ru' || wording.language === 'en' ? wording.language : 'zh';
  const origin = wording.role;
  return {
    degree,
    text,
    start: 0,
    pageText: text,
    evidence: evidenceOf(text, wording.text, { language, origin }),
  };
}

const cued = (text: string): CardMatch => ({
  degree: 'verbatim',
  text,
  start: 0,
  pageText: text,
  evidence: cueOf(text),
});

const PART = quoting('will keep the bridge open in every season', data.ENGLISH, 'partial');
const ALTERED = quoting(
  'will keep the [stone] bridge open in each season and respond to the effects of flood on the bridge',
  data.ENGLISH,
  'altered',
);

const longText = Array.from({ length: 40 }, () => data.ENGLISH.text).join('; ');
const longClause = { ...data.ENGLISH, role: 'original' as const, by: null, text: longText };
const longWord = {
  ...data.ENGLISH,
  text: `the ${'Donaudampfschifffahrt'.repeat(12)} of the bridge`,
};

const twelve = Array.from({ length: 12 }, (_, at) =>
  data.framing({ id: `framing-${at}`, label: `A bridge, put in way number ${at + 1}` }),
);

type Given = Partial<CardProps> & Pick<CardProps, 'data' | 'match'>;

/** Every state of the card, by name. */
export function cardStates(language: InterfaceLanguage): Record<string, ComponentChild> {
  const t = createTranslator(language);
  const show = (given: Given): ComponentChild => (
    <Card
      position={{ index: 0, total: 5 }}
      isSaved={false}
      expanded={false}
      notice={null}
      actions={actions}
      language={language}
      t={t}
      {...given}
    />
  );
  const full = data.card();
  return {
    'card-part': show({ data: full, match: PART }),
    'card-altered-more': show({
      data: full,
      match: ALTERED,
      expanded: true,
      framingsOnPage: ['framing-equals'],
    }),
    'card-chinese-page': show({
      data: full,
      match: quoting('保持大桥畅通，共同应对洪水对桥梁的影响', data.ORIGINAL, 'altered'),
    }),
    'card-saved': show({
      data: full,
      match: quoting(data.ENGLISH.text, data.ENGLISH, 'verbatim'),
      isSaved: true,
      notice: t('notice.saved'),
      position: { index: 117, total: 2000 },
    }),
    'card-report': show({
      data: data.card({ texts: [{ ...data.ENGLISH, role: 'report' }], section: null }),
      match: quoting(
        'keep the bridge open in every season',
        { ...data.ENGLISH, role: 'report' },
        'partial',
      ),
    }),
    'card-our-translation': show({
      data: data.card({ texts: [data.ORIGINAL, data.ENGLISH, data.OURS] }),
      match: quoting(data.ENGLISH.text, data.ENGLISH, 'verbatim'),
      translations: 'ru',
    }),
    'card-siblings': show({
      data: data.card({ siblings: data.SIBLINGS }),
      match: PART,
      expanded: true,
    }),
    'card-bare': show({
      data: data.card({
        texts: [data.ORIGINAL],
        document: null,
        speaker: null,
        topics: [],
        formulae: [],
        voices: [],
        notes: [],
      }),
      match: { ...cued('the bridge will be open the whole year'), degree: 'paraphrase' },
      expanded: true,
    }),
    'card-no-date': show({
      data: data.card({
        document: {
          ...(full.document as NonNullable<typeof full.document>),
          date: null,
          address: null,
        },
        texts: [data.ORIGINAL, { ...data.ENGLISH, by: null }],
      }),
      match: PART,
    }),
    'card-long': show({
      data: data.card({ texts: [longClause] }),
      match: quoting(data.ENGLISH.text, longClause, 'partial'),
    }),
    'card-long-word': show({
      data: data.card({ texts: [data.ORIGINAL, longWord], speaker: 'Donau'.repeat(30) }),
      match: quoting('the bridge', longWord, 'partial'),
    }),
    'card-claim-more': show({
      data: data.claim({
        figureOnPage: { figure: 0, relation: 'near', at: { start: 0, end: 20 }, years: [] },
      }),
      match: { ...cued('nearly 245,000 carts'), degree: 'paraphrase' },
      expanded: true,
    }),
    'card-claim-period': show({
      data: data.claim({
        figureOnPage: {
          figure: 0,
          relation: 'other-period',
          at: { start: 0, end: 20 },
          years: [2019],
        },
      }),
      match: { ...cued('nearly 245,000 carts in 2019'), degree: 'paraphrase' },
    }),
    'card-clause-figures': show({
      data: data.card({
        figures: data.FIGURES,
        status: 'The two figures are for different years.',
        figureOnPage: { figure: 0, relation: 'near', at: { start: 0, end: 20 }, years: [] },
      }),
      match: { ...cued('nearly 245,000 carts'), degree: 'paraphrase' },
      expanded: true,
    }),
    'card-muted': show({
      data: full,
      match: PART,
      position: { index: -1, total: 5 },
      expanded: true,
      muted: 'site',
      notice: t('notice.mutedHere'),
    }),
    'card-framing-more': show({
      data: data.framingCard(),
      match: cued('an unequal bridge'),
      expanded: true,
    }),
    'card-one-side': show({
      data: data.framingCard({
        topics: [
          data.topic({ framings: [data.UNEQUAL], onlyOneSideInSources: true, record: null }),
        ],
      }),
      match: cued('an unequal bridge'),
      expanded: true,
    }),
    'card-twelve': show({
      data: data.card({ topics: [data.topic({ framings: twelve })] }),
      match: PART,
      expanded: true,
    }),
    'card-loading': <CardProblem problem={null} close={actions.close} language={language} t={t} />,
    'card-problem': (
      <CardProblem
        problem={{
          code: 'entry-gone',
          message: 'The item is not in the index any more.',
          remedy: 'Reload the page.',
        }}
        close={actions.close}
        language={language}
        t={t}
      />
    ),
  };
}
