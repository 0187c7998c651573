import { describe, expect, it } from 'vitest';
import type { AlignmentStep, Match, Span } from '../../../utils/match/types.ts';
import { covered, cues, engineOf, item, told } from '../../support/matching.ts';

const CLAUSE =
  'The bridge shall stay open to all travellers of both shores, and no toll shall burden pilgrims. Ferrymen keep their ancient privileges';
const CHINESE = '大桥向两岸所有旅客开放，不得向朝圣者征收任何通行费';
const CLAIM = 'Tolls on the wagons of Southland reached 12 million crowns in 1901';
const TEXTS: Record<string, Record<string, string>> = {
  bridge: { en: CLAUSE, zh: CHINESE },
  claim: { en: CLAIM },
};

const engine = engineOf(
  item({
    id: 'bridge',
    wordings: [
      { language: 'en', text: CLAUSE, origin: 'original' },
      { language: 'zh', text: CHINESE, origin: 'translation' },
      {
        language: 'en',
        text: 'Wayfarers from either bank may always cross free of charge',
        origin: 'ours',
      },
    ],
  }),
  item({
    id: 'claim',
    kind: 'claim',
    topics: ['trade'],
    wordings: [
      { language: 'en', text: CLAIM, origin: 'original' },
      {
        language: 'en',
        text: 'Southland earned twelve millions of crowns by charging carters',
        origin: 'ours',
      },
    ],
  }),
  item({
    id: 'closed',
    kind: 'framing',
    topics: ['closure'],
    cues: cues('en', 'closed … bridge'),
    avoid: cues('en', 'closed bridge party'),
  }),
);

function only(text: string): Match {
  const [match, ...more] = engine.match(text, 'balanced');
  if (!match || more.length > 0)
    throw new Error(`${told(text, [...(match ? [match] : []), ...more])}`);
  return match;
}

/** The steps of an alignment in words: `kind: page / wording`. */
function steps(text: string, match: Match): string[] {
  const own = TEXTS[match.item]?.[match.evidence.language] ?? '';
  const words = (source: string, span: Span | null): string => (span ? covered(source, span) : '');
  return match.evidence.alignment.map(
    (step: AlignmentStep) =>
      `${step.kind}: ${words(text, step.page)} / ${words(own, step.wording)}`,
  );
}

describe('4.1 verbatim', () => {
  it.each([
    ['the whole wording', `He said: “⟦${CLAUSE}⟧”.`],
    ['a whole sentence of it', 'He reads: ⟦Ferrymen keep their ancient privileges⟧, no more.'],
    [
      'other case, quotes, spaces and soft hyphens',
      'HE READ: ‘⟦THE BRIDGE SHALL STAY OPEN\u00a0TO ALL TRAVEL\u00adLERS OF BOTH SHORES – AND NO TOLL SHALL BURDEN PILGRIMS⟧’',
    ],
    [
      'American spelling',
      'It says: ⟦the bridge shall stay open to all travelers of both shores, and no toll shall burden pilgrims⟧',
    ],
    [
      'Chinese in traditional characters',
      '他說：⟦大橋向兩岸所有旅客開放，不得向朝聖者徵收任何通行費⟧。',
    ],
  ])('4.1 is %s', (_, marked) => {
    const text = marked.replace(/[⟦⟧]/gu, '');
    const match = only(text);
    expect(match.degree).toBe('verbatim');
    expect(covered(text, match)).toBe(/⟦(.*)⟧/u.exec(marked)?.[1]);
  });
});

describe('4.2 part', () => {
  it('4.2 is four words or more inside another sentence; what was left out is told', () => {
    const text = 'He promised it would “stay open to all travellers” soon.';
    const match = only(text);
    expect(match.degree).toBe('partial');
    expect(steps(text, match)).toEqual([
      'left-out:  / The bridge shall',
      'equal: stay open to all travellers / stay open to all travellers',
      'left-out:  / of both shores, and no toll shall burden pilgrims. Ferrymen keep their ancient privileges',
    ]);
  });

  it('4.2 is two parts with an ellipsis between', () => {
    const text = 'It “shall stay open to all … and no toll shall burden pilgrims” he read.';
    const match = only(text);
    expect(match.degree).toBe('partial');
    expect(covered(text, match)).toBe('shall stay open to all … and no toll shall burden pilgrims');
    expect(steps(text, match)).toContain('left-out:  / travellers of both shores');
  });

  it('4.2 is five characters or more of a Chinese wording', () => {
    const text = '他说，两岸所有旅客开放。';
    const match = only(text);
    expect(match.degree).toBe('partial');
    expect(steps(text, match)).toEqual([
      'left-out:  / 大桥向',
      'equal: 两岸所有旅客开放 / 两岸所有旅客开放',
      'left-out:  / 不得向朝圣者征收任何通行费',
    ]);
  });

  it('4.2 near miss: the same two parts without an ellipsis are an altered quotation', () => {
    const text = 'It “shall stay open to all and no toll shall burden pilgrims” he read.';
    expect(only(text).degree).toBe('altered');
  });

  it.each(['to all of', 'both shores', 'open to the public'])(
    '4.2 near miss: "%s" is nothing',
    (text) => {
      expect(engine.match(text, 'broad')).toEqual([]);
    },
  );
});

describe('4.3 altered', () => {
  it('4.3 is a wording with words replaced', () => {
    const text =
      'The bridge will stay open to all travellers of both banks, and no toll shall burden pilgrims.';
    const match = only(text);
    expect(match.degree).toBe('altered');
    expect(steps(text, match)).toEqual([
      'equal: The bridge / The bridge',
      'replaced: will / shall',
      'equal: stay open to all travellers of both / stay open to all travellers of both',
      'replaced: banks / shores',
      'equal: and no toll shall burden pilgrims / and no toll shall burden pilgrims',
      'left-out:  / Ferrymen keep their ancient privileges',
    ]);
  });

  it('4.3 is a wording with words inserted, in brackets or not', () => {
    for (const added of ['[over the Lethe]', 'forever']) {
      const text = `“The bridge ${added} shall stay open to all travellers.”`;
      const match = only(text);
      expect(match.degree).toBe('altered');
      expect(steps(text, match)[1]).toBe(`inserted: ${added.replace(/[[\]]/g, '')} / `);
    }
  });

  it('4.3 is a wording in another tense or number', () => {
    const text = 'bridges shall stay open to all traveller of both shores';
    const match = only(text);
    expect(match.degree).toBe('altered');
    expect(steps(text, match)).toContain('replaced: traveller / travellers');
  });
});

describe('4.4 another translation, 4.5 restatement', () => {
  it('4.4 a clause found by a rendering of ours is another translation', () => {
    const match = only('For ever wayfarers of either bank may cross always free of charge.');
    expect(match).toMatchObject({ item: 'bridge', degree: 'translation' });
    expect(match.evidence).toMatchObject({ origin: 'ours', wording: 1, alignment: [] });
  });

  it('4.4 words of ours, even all of them, are never a quotation', () => {
    expect(only('Wayfarers from either bank may always cross free of charge').degree).toBe(
      'translation',
    );
  });

  it('4.5 a claim in other words is restated', () => {
    const match = only('By charging carters Southland earned millions of crowns, twelve.');
    expect(match).toMatchObject({ item: 'claim', degree: 'paraphrase' });
  });

  it('4.5 near miss: the claim in its own words is quoted', () => {
    expect(only(`“${CLAIM}”`)).toMatchObject({ item: 'claim', degree: 'verbatim' });
  });
});

describe('4.6 framings', () => {
  it('4.6 a cue phrase is told with the words that carried it', () => {
    const text = 'It is a closed, or nearly so, bridge now.';
    const match = only(text);
    expect(match).toMatchObject({ item: 'closed', kind: 'framing', degree: 'partial' });
    expect(match.evidence.wording).toBe(-1);
    expect(match.evidence.words.map((span) => covered(text, span))).toEqual(['closed', 'bridge']);
  });

  it('4.6 near miss: a cue inside a phrase to avoid is dropped, and stands elsewhere', () => {
    const text = 'The closed bridge party met at the closed bridge.';
    expect(told(text, engine.match(text, 'balanced'))).toEqual([['closed', 'closed bridge']]);
  });
});

describe('4.7 evidence', () => {
  it('4.7 offsets are UTF-16 units on both sides, past astral and Chinese characters', () => {
    const text = '😀😀 习：“stay open to all travellers” 😀';
    const match = only(text);
    expect(match.start).toBe(text.indexOf('stay'));
    expect(covered(text, match)).toBe('stay open to all travellers');
    const equal = match.evidence.alignment.find((step) => step.kind === 'equal');
    expect(equal?.page).toEqual({ start: match.start, end: match.end });
    expect(CLAUSE.slice(equal?.wording?.start, equal?.wording?.end)).toBe(
      'stay open to all travellers',
    );
  });

  it('4.7 the steps cover the whole wording and the whole stretch, in order', () => {
    const texts = [
      'It “shall stay open to all … and no toll shall burden pilgrims” he read.',
      'The bridge will stay open to all travellers of both banks, and no toll shall burden pilgrims.',
      `“The bridge [over the Lethe] shall stay open to all travellers.”`,
    ];
    for (const text of texts) {
      const match = only(text);
      const letters = (source: string): string => source.replace(/\P{L}/gu, '');
      const side = (name: 'page' | 'wording', source: string): string =>
        match.evidence.alignment
          .map((step) => (step[name] ? covered(source, step[name]) : ''))
          .join('');
      expect(letters(side('page', text))).toBe(letters(covered(text, match)));
      expect(letters(side('wording', CLAUSE))).toBe(letters(CLAUSE));
    }
  });
});
