import { describe, expect, it } from 'vitest';
import { CueFlag } from '../../../utils/match/constants.ts';
import { ARTICLES } from '../../../utils/match/cue-pattern.ts';
import { cueStartsOf } from '../../../utils/match/cue-starts.ts';
import { type CueHit, findCues } from '../../../utils/match/find-cues.ts';
import { hashWord } from '../../../utils/match/hash.ts';
import { findParties, partyNamesOf } from '../../../utils/match/parties.ts';
import type { Language } from '../../../utils/match/types.ts';
import { cues, indexOf, item, SUBJECT, tokenize } from '../../support/matching.ts';

const NAMES = partyNamesOf(SUBJECT, tokenize);
const ARTICLE_HASHES = new Set(ARTICLES.map(hashWord));

function hitsIn(pattern: string, text: string, language: Language = 'en'): CueHit[] {
  const { sections } = indexOf(item({ id: 'framing', cues: cues(language, pattern) }));
  const tokens = tokenize(text);
  return findCues(
    tokens,
    findParties(tokens, NAMES),
    sections,
    ARTICLE_HASHES,
    cueStartsOf(sections),
  );
}

/** The stretches that a pattern finds, each once. */
function find(pattern: string, text: string, language: Language = 'en'): string[] {
  const tokens = tokenize(text);
  const found = hitsIn(pattern, text, language).map((hit) =>
    text.slice(tokens.start[hit.from], tokens.end[hit.to - 1]),
  );
  return [...new Set(found)];
}

/** Pattern, a text with what it finds in [ ] (square brackets are cut out), a text where it finds nothing. */
const TABLE: [string, string, Language, string, string][] = [
  ['7.4 inflection', 'junior partner', 'en', 'as ⟦junior partners⟧ of', 'a juniper partner'],
  ['7.4 order', 'junior partner', 'en', '⟦Junior partner⟧', 'partner junior'],
  [
    '7.4 Russian inflection',
    'младший партнёр',
    'ru',
    'роль ⟦младшего партнера⟧ в',
    'младший парторг',
  ],
  ['7.4 Chinese characters', '小伙伴', 'zh', '成为⟦小夥伴⟧了', '小火伴'],
  ['7.4 exact form', 'old =guard', 'en', 'the ⟦old guard⟧ went', 'the old guards went'],
  [
    '7.5 articles passed over',
    'partner of state',
    'en',
    '⟦partner of the state⟧',
    'partner of this state',
  ],
  [
    '7.5 articles of the pattern',
    'a partner of the state',
    'en',
    '⟦partner of state⟧',
    'partner for state',
  ],
  [
    '7.6 gap',
    'junior … partner',
    'en',
    '⟦junior, at best, in partner⟧',
    'junior one two three four five partner',
  ],
  ['7.6 empty gap', 'junior … partner', 'en', '⟦junior partner⟧', 'partner … junior'],
  [
    '7.6 gap of four',
    'junior … partner',
    'en',
    '⟦junior one two three four partner⟧',
    'junior. One partner',
  ],
  [
    '7.6 gap before the rarest words',
    'partner … vassal protectorate',
    'en',
    '⟦partner or vassal protectorate⟧',
    'partner. Or vassal protectorate',
  ],
  ['7.6 Chinese gap', '小…伴', 'zh', '⟦小一二三四五六七八伴⟧', '小一二三四五六七八九伴'],
  ['7.7 choice', 'no (limits|bounds)', 'en', 'with ⟦no bounds⟧', 'with no borders'],
  [
    '7.7 longer choice',
    '(without any|no) bounds',
    'en',
    'is ⟦without any bounds⟧',
    'is without bounds',
  ],
  [
    '7.7 choice at the end of the text',
    'junior (partner|ally)',
    'en',
    'Partner is the ⟦junior ally⟧',
    'Partner is the junior',
  ],
  [
    '7.8 optional word there',
    '[strictly] junior partner',
    'en',
    'a ⟦strictly junior partner⟧',
    'strictly a junior member',
  ],
  [
    '7.8 optional word missing',
    '[strictly] junior partner',
    'en',
    'a ⟦junior partner⟧',
    'strictly partner',
  ],
  [
    '7.8 optional at the start of the text',
    '[strictly] junior partner',
    'en',
    '⟦Junior partner⟧',
    'Strictly junior',
  ],
  [
    '7.8 optional at the start of a sentence',
    '[a strictly] junior partner',
    'en',
    'So. ⟦Junior partner⟧',
    'Junior. Partner',
  ],
  [
    '7.8 optional at the end',
    'junior partner [of states]',
    'en',
    '⟦junior partners of states⟧',
    'junior of states',
  ],
  [
    '7.8 optional at the end missing',
    'junior partner [of states]',
    'en',
    'a ⟦junior partner⟧',
    'partner of states',
  ],
  ['7.8 optional before a gap', '[no] … partner rival', 'en', '⟦partner rival⟧', 'partner'],
  ['7.9 parties', '{north} … vassal', 'en', '⟦Northland as a vassal⟧', 'Eastland as a vassal'],
  [
    '7.9 party of several words',
    'vassal of {north}',
    'en',
    '⟦vassal of the Kingdom of Northland⟧',
    'vassal of the Kingdom',
  ],
  ['7.9 party before the rare word', '{south} vassal', 'ru', '⟦Южания vassal⟧', 'Северия vassal'],
  ['7.9 Chinese party', '{north}小伙伴', 'zh', '是⟦北国小伙伴⟧', '是南国小伙伴'],
  ['7.10 numbers', '{number} treaties', 'en', '⟦12 treaties⟧', 'twelve treaties'],
  ['7.11 sentences', 'junior partner', 'en', '⟦junior, partner⟧', 'junior. Partner'],
  [
    '7.11 sentences before an article',
    'junior partner',
    'en',
    '⟦junior – partner⟧',
    'junior. The partner',
  ],
  ['7.11 paragraphs', 'junior partner', 'en', '⟦junior\npartner⟧', 'junior\n\npartner'],
];

describe('cue phrases on a page', () => {
  it.each(TABLE)('%s: "%s" (%s)', (_, pattern, language, positive, nearMiss) => {
    const wanted = [...positive.matchAll(/⟦([^⟧]*)⟧/gu)].map(([, words]) => words);
    expect(find(pattern, positive.replace(/[⟦⟧]/gu, ''), language)).toEqual(wanted);
    expect(find(pattern, nearMiss, language)).toEqual([]);
  });

  it('7.6 tells the words of the pattern from those in a gap', () => {
    const [hit] = hitsIn('junior … partner', 'a junior, at best, partner');
    expect(hit).toMatchObject({ from: 1, to: 5, words: [1, 4] });
  });

  it('7.4 finds every place, in reading order of its anchors', () => {
    expect(find('junior partner', 'Junior partner, no junior partner!')).toEqual([
      'Junior partner',
      'junior partner',
    ]);
  });

  it('7.12 says which hits are general and which are near misses', () => {
    const { sections } = indexOf(
      item({
        id: 'framing',
        cues: [{ language: 'en', pattern: 'junior partner', general: true }],
        avoid: cues('en', 'junior partner of the firm'),
      }),
    );
    const tokens = tokenize('the junior partner of the firm');
    const hits = findCues(
      tokens,
      findParties(tokens, NAMES),
      sections,
      ARTICLE_HASHES,
      cueStartsOf(sections),
    );
    expect(hits.map((hit) => [hit.flags, hit.from, hit.to])).toEqual([
      [CueFlag.general, 1, 3],
      [CueFlag.avoid, 1, 6],
    ]);
  });

  it('2.3 needs all words of a phrase in one sentence, whichever sentence comes first', () => {
    expect(find('junior … partner', 'A junior clerk. The partner of Eastland.')).toEqual([]);
    expect(find('junior … partner', 'The partner left. A junior came.')).toEqual([]);
    expect(find('junior … partner', 'A clerk left. The junior of two partners came.')).toEqual([
      'junior of two partners',
    ]);
  });

  it('7.3 comes to an end where every word could begin a phrase with many gaps', () => {
    // All ways to fill the gaps would take years.
    const text = 'junior '.repeat(5000);
    expect(find('junior … junior … junior … junior … junior … partner', text)).toEqual([]);
  });
});
