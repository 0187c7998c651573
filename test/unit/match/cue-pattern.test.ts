import { describe, expect, it } from 'vitest';
import {
  CuePatternError,
  type CueSequence,
  MOST_ELEMENTS,
  MOST_SEQUENCES,
  parseCuePattern,
} from '../../../utils/match/cue-pattern.ts';
import { hashWord } from '../../../utils/match/hash.ts';
import type { Language } from '../../../utils/match/types.ts';
import { tokenize } from '../../support/matching.ts';

/** The sequences of a pattern in letters: words by a list of known ones, `~4` for gaps. */
function expand(pattern: string, words: string, language: Language = 'en'): string[] {
  const known = new Map<number, string>();
  for (const word of words.split(' ')) {
    const tokens = tokenize(word);
    known.set(tokens.exact[0] ?? 0, `=${word}`);
    known.set(tokens.stem[0] ?? 0, word);
  }
  return parseCuePattern(pattern, language, tokenize).map((sequence) => write(sequence, known));
}

function write(sequence: CueSequence, known: ReadonlyMap<number, string>): string {
  return sequence
    .map((element) => {
      if (element.kind === 'gap') return `~${element.most}`;
      if (element.kind === 'party') return `{${element.party}}`;
      if (element.kind === 'number') return '#';
      if (element.kind === 'choice')
        return `(${element.options.map((run) => run.map((hash) => known.get(hash)).join(' ')).join('|')})`;
      return known.get(element.hash) ?? '?';
    })
    .join(' ');
}

function reason(pattern: string, language: Language = 'en'): string {
  try {
    parseCuePattern(pattern, language, tokenize);
  } catch (error) {
    if (error instanceof CuePatternError) return error.message;
    throw error;
  }
  return 'none';
}

describe('7.1 what a pattern says', () => {
  it.each([
    ['junior partner', 'junior partner', ['junior partner']],
    ['the junior partner', 'junior partner', ['junior partner']],
    ['=us partner', 'us partner', ['us partner']],
    ['no (limit|border)', 'no limit border', ['no (limit|border)']],
    ['(no|without any) limits', 'no without any limit', ['(without any|no) limit']],
    ['[so] junior partner', 'so junior partner', ['(so|) junior partner']],
    ['junior … partner', 'junior partner', ['junior ~4 partner']],
    ['{north} … partner', 'partner', ['{north} ~4 partner']],
    ['{number} crowns', 'crown', ['# crown']],
    ['(a junior|{north}) partner', 'junior partner', ['{north} partner', 'junior partner']],
    ['((low|high) water|ebb)', 'low high water ebb', ['(low|high) water', 'ebb']],
    ['… junior … … partner …', 'junior partner', ['junior ~4 partner']],
  ])('7.1 %s', (pattern, words, sequences) => {
    expect(expand(pattern, words).sort()).toEqual([...sequences].sort());
  });

  it('7.1 reads Chinese by the character, with a wider gap', () => {
    expect(expand('背靠…背', '背 靠', 'zh')).toEqual(['背 靠 ~8 背']);
  });

  it('7.1 marks exact forms: their hash is that of the word, not of its stem', () => {
    const [sequence] = parseCuePattern('=partners', 'en', tokenize);
    expect(sequence).toEqual([{ kind: 'exact', hash: hashWord('partners') }]);
  });

  it('7.1 lists equal alternatives once', () => {
    expect(expand('(limit|limits) of it', 'limit of it')).toEqual(['limit of it']);
  });
});

describe('7.2 patterns that cannot be used, with the reason', () => {
  it.each([
    ['(junior partner', 'unbalanced brackets near character 16'],
    ['junior) partner', 'unbalanced brackets near character 7'],
    ['[junior partner', 'unbalanced'],
    ['junior | partner', 'unbalanced'],
    ['{north partner', 'unbalanced'],
    ['junior} partner', 'unbalanced'],
    ['[junior|partner] two', 'unbalanced'],
    ['', 'without any word of its own'],
    ['…', 'without any word of its own'],
    ['the', 'without any word of its own'],
    ['{north} … {south}', 'without any word of its own'],
    ['{number}', 'without any word of its own'],
    ['[junior] [partner]', 'without any word of its own'],
    ['“ ”', 'without any word of its own'],
  ])('7.2 refuses %j: %s', (pattern, words) => {
    expect(reason(pattern)).toContain(words);
    expect(reason(pattern)).toContain(`"${pattern}"`);
  });

  it('7.2 says what to do instead', () => {
    for (const pattern of ['(a', '…', '=中', '中'])
      expect(reason(pattern, 'zh')).toMatch(/: (?:close|give|split|shorten)/);
  });

  it.each(['中', '(中|俄)', '=中', '中[俄]', '[中…]俄'])(
    '7.2 refuses the single Chinese character of %s',
    (pattern) => {
      expect(reason(pattern, 'zh')).toContain('single Chinese character');
    },
  );

  it.each(['中俄', '中…俄', '中[俄]国'])('7.2 near miss: takes %s', (pattern) => {
    expect(reason(pattern, 'zh')).toBe('none');
  });

  it('7.2 near miss: takes one English word', () => {
    expect(reason('subservience')).toBe('none');
  });
});

describe('7.3 limits', () => {
  it('7.3 refuses what expands to too many forms, without expanding it first', () => {
    // More than half a million forms, if it were.
    const pattern = '(x{number}|y{number}|z{number}) '.repeat(12);
    expect(reason(pattern)).toContain(`more than ${MOST_SEQUENCES} forms: split it`);
  });

  it('7.3 keeps long lists of synonyms as one form', () => {
    const words = Array.from({ length: 40 }, (_, at) => `synonym${'abcdefghij'[at % 10]}${at}x`);
    expect(parseCuePattern(`(${words.join('|')}) partner`, 'en', tokenize)).toHaveLength(1);
  });

  it('7.3 refuses what is longer than the elements that an index can hold', () => {
    const most = Array.from({ length: MOST_ELEMENTS }, () => 'word').join(' ');
    expect(reason(most)).toBe('none');
    expect(reason(`${most} word`)).toContain('shorten it');
  });

  it.each([
    '(((((((((((a',
    ']]]]',
    '{{{',
    '=|=|=',
    '[[[[]]]]',
    '()',
    '(|)',
    '\ud800',
    '(a|'.repeat(500),
  ])('7.3 answers %j with a reason and nothing else', (pattern) => {
    expect(reason(pattern)).not.toBe('none');
  });
});
