import { describe, expect, it } from 'vitest';
import { Before } from '../../../utils/match/tokenize.ts';
import { kindsOf, tokenize, wordsOf } from '../../support/matching.ts';

/** Whether two texts are the same words to the letter. */
function isSame(a: string, b: string): boolean {
  return tokenize(a).exact.join() === tokenize(b).exact.join();
}

/** The bits before each token, by name. */
function breaksOf(text: string): string[] {
  return [...tokenize(text).before].map((bits) =>
    Object.entries(Before)
      .filter(([, bit]) => bits & bit)
      .map(([name]) => name)
      .join('+'),
  );
}

describe('1.1 words, Han characters and numbers', () => {
  it('1.1 cuts letters of one script into words, and Chinese into characters', () => {
    const text = 'Xi 习近平 met Путин in 2024, 한국어 said';
    expect(wordsOf(text)).toEqual([
      'Xi',
      '习',
      '近',
      '平',
      'met',
      'Путин',
      'in',
      '2024',
      '한국어',
      'said',
    ]);
    expect(kindsOf(tokenize(text)).join(' ')).toBe(
      'latin han han han latin cyrillic latin number other latin',
    );
  });

  it.each([
    ['الصين وروسيا', ['الصين', 'وروسيا']],
    ['סין ורוסיה', ['סין', 'ורוסיה']],
    ['हिन्दी ไทย', ['हिन्दी', 'ไทย']],
  ])('1.1 keeps words of other scripts whole: %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
    expect(new Set(kindsOf(tokenize(text)))).toEqual(new Set(['other']));
  });

  it.each(['', ' ', '\n\n', '—…“”', '½ ② ₂', '😀 👍🏽'])('1.1 finds no word in %j', (text) => {
    expect(tokenize(text).count).toBe(0);
  });
});

describe('1.2 offsets', () => {
  it('1.2 count UTF-16 units, past characters outside the basic plane and in Chinese', () => {
    const text = '😀 No limits: “没有上限”!';
    const tokens = tokenize(text);
    expect([...tokens.start]).toEqual([3, 6, 15, 16, 17, 18]);
    expect([...tokens.end]).toEqual([5, 12, 16, 17, 18, 19]);
  });

  it('1.2 leave out what follows the word, and keep what stands inside it', () => {
    expect(wordsOf('co\u00adoperation\u00ad, part\u200bner\u200b ')).toEqual([
      'co\u00adoperation',
      'part\u200bner',
    ]);
  });
});

describe('1.3 to 1.5 forms of one character', () => {
  it.each([
    ['1.3 case', 'No Limits', 'NO LIMITS'],
    ['1.3 full width', 'ＣＨＩＮＡ ２０２４', 'china 2024'],
    ['1.3 ligatures', 'ﬁnance ofﬁce', 'finance office'],
    ['1.3 capital I with a dot', 'İstanbul', 'Istanbul'],
    ['1.4 soft hyphens', 'co\u00adopera\u00adtion', 'cooperation'],
    ['1.4 zero-width spaces and joiners', 'part\u200bner\u200dship\ufeff', 'partnership'],
    ['1.4 direction marks', '\u202bpartnership\u202c \u200e2024', 'partnership 2024'],
    ['1.4 invisible characters in numbers', '10\u200b,375', '10,375'],
    ['1.5 no-break spaces', 'no\u00a0limits\u202fever', 'no limits ever'],
    ['1.5 tabs and line ends inside a paragraph', 'no\tlimits\r\never', 'no limits ever'],
  ])('%s make no difference', (_, written, plain) => {
    expect(isSame(written, plain)).toBe(true);
  });

  it('1.4 near miss: a hyphen that is seen parts two words', () => {
    expect(isSame('re-form', 'reform')).toBe(false);
    expect(wordsOf('co-operation')).toEqual(['co', 'operation']);
  });
});

describe('1.7 and 1.8 quotation marks, apostrophes, dashes', () => {
  it.each([
    ['“no limits”', '"no limits"'],
    ['«без границ»', '„без границ“'],
    ['don’t', "don't"],
    ['China’s', "China's"],
    ['no–limits', 'no-limits'],
    ['no‑limits', 'no — limits'],
  ])('1.7, 1.8 reads %s as %s', (a, b) => {
    expect(isSame(a, b)).toBe(true);
  });

  it('1.7 drops the possessive, and its mark after a plural', () => {
    expect(isSame("China's partners' view", 'China partners view')).toBe(true);
  });

  it('1.7 near miss: a plural is another word to the letter and the same by its stem', () => {
    expect(isSame('partners', 'partner')).toBe(false);
    expect(tokenize('partners').stem[0]).toBe(tokenize('partner').stem[0]);
  });

  it('1.7 tells where quotation marks open and close', () => {
    expect(breaksOf('he said “no limits” to “them”')).toEqual([
      'sentence+paragraph',
      '',
      'opening',
      '',
      'closing',
      'opening',
    ]);
  });
});

describe('1.9 accents and stress marks', () => {
  it.each([
    ['café', 'cafe\u0301'],
    ['café', 'cafe'],
    ['партнё\u0301рство', 'партнерство'],
    ['партне\u0301р', 'партнер'],
    ['партнёр', 'партнер'],
    ['и\u0306од', 'йод'],
    ['Łódź', 'Lodz'],
  ])('1.9 reads %s as %s', (a, b) => {
    expect(isSame(a, b)).toBe(true);
    expect(wordsOf(a)).toEqual([a]);
  });

  it('1.9 near miss: й and и stay two letters', () => {
    expect(isSame('мой', 'мои')).toBe(false);
  });
});

describe('1.10 acronyms', () => {
  it.each([
    ['the U.S. and the U.N. agree', ['the', 'U.S.', 'and', 'the', 'U.N.', 'agree']],
    ['‘U.S.’ troops', ['U.S.', 'troops']],
    ['U.S.-led', ['U.S.', 'led']],
    ['J.D. Vance', ['J.D.', 'Vance']],
  ])('1.10 keeps the points of %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('1.10 reads U.S., US, USA and U.S.A. as one', () => {
    for (const form of ['US', 'USA', 'U.S.A.', 'u.s.', 'ＵＳ', 'U\u200bS'])
      expect(isSame(form, 'U.S.')).toBe(true);
  });

  it('1.10 near miss: "us" is a word, and a full stop after a word is no part of it', () => {
    expect(isSame('us', 'US')).toBe(false);
    expect(wordsOf('He left. We stayed.')).toEqual(['He', 'left', 'We', 'stayed']);
  });
});

describe('1.11 Chinese forms', () => {
  it.each([
    ['traditional and simplified', '中俄全面戰略協作夥伴關係', '中俄全面战略协作伙伴关系'],
    ['particles', '跟著', '跟着'],
    ['radicals as PDF files hold them', '⼈⼝', '人口'],
    ['compatibility forms', '\uf9dd\ufa1b', '利福'],
  ])('1.11 %s make no difference', (_, written, plain) => {
    expect(isSame(written, plain)).toBe(true);
  });

  it('1.11 near miss: characters that only look alike stay apart', () => {
    expect(isSame('末', '未')).toBe(false);
  });
});

describe('1.13 numbers', () => {
  it.each([
    ['10,375', '10375'],
    ['10.375', '10375'],
    ['10 375', '10375'],
    ['1\u00a0000\u202f000', '1,000,000'],
    ['244,81', '244.81'],
    ['1.234,5', '1,234.5'],
    ['２０２４', '2024'],
    ['11th', '11'],
    ['2ND', '2'],
    ['9-й', '9'],
    ['70-х', '70'],
  ])('1.13 reads %s as %s', (a, b) => {
    expect(isSame(a, b)).toBe(true);
    expect(wordsOf(a)).toEqual([a]);
  });

  it.each([
    ['2024 375', ['2024', '375']],
    ['10 3755', ['10', '3755']],
    ['2024-25', ['2024', '25']],
    ['in 2024. Then', ['in', '2024', 'Then']],
    ['5G', ['5', 'G']],
    ['11thly', ['11', 'thly']],
    ['5-ти', ['5', 'ти']],
    ['3 м', ['3', 'м']],
  ])('1.13 near miss: cuts %s in two', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('1.13 near miss: less than one is not thousands', () => {
    expect(isSame('0.123', '0123')).toBe(false);
  });
});

describe('1.14 ends of sentences and paragraphs', () => {
  it.each([
    'He left. She stayed',
    'Left! Stayed',
    'он ушёл. Она осталась',
    'left.” Stayed',
    'left.) Stayed',
    '走。来',
    '走！来',
    '«Ушёл». Осталась',
  ])('1.14 sees two sentences in %s', (text) => {
    const inner = breaksOf(text).slice(1);
    expect(inner.filter((bits) => bits.includes('sentence'))).toHaveLength(1);
  });

  it.each([
    'Mr. Xi met J. Smith, Gen. Lee and Co. of the U.S. Navy',
    'at 3.5 per cent',
    'the approx. figure',
    'в 2024 г. Россия',
    '5 млрд. долл. США',
    'that ... went on',
    'that . . . Went . . . . On',
    '走，来',
  ])('1.14 near miss: sees one sentence in %s', (text) => {
    expect(breaksOf(text).slice(1).join()).not.toContain('sentence');
  });

  it.each(['a\n\nb', 'a\r\n\r\nb', 'a\n \t\nb', 'a\u2029b'])(
    '1.5 ends a paragraph, and with it a sentence, at the blank line of %j',
    (text) => {
      expect(breaksOf(text)[1]).toBe('sentence+paragraph');
    },
  );

  it.each(['a\nb', 'a \n b', 'a\r\nb', 'a\u2028b'])(
    '1.5 near miss: a single line end in %j is a space',
    (text) => {
      expect(breaksOf(text)[1]).toBe('');
    },
  );
});

describe('1.15 ellipses and brackets', () => {
  it.each(['no … limits', 'no ... limits', 'no . . . limits', 'no…limits', '没……有'])(
    '1.15 sees that words were left out in %s',
    (text) => {
      expect(breaksOf(text).slice(1)).toEqual(['ellipsis']);
    },
  );

  it('1.15 sees brackets and commas, and tells them from nothing', () => {
    expect(breaksOf('no [real] limits, (so) far').slice(1)).toEqual([
      'bracket',
      'bracket',
      'comma+bracket',
      'bracket',
    ]);
  });

  it('1.15 near miss: two full stops are no ellipsis', () => {
    expect(breaksOf('no.. limits')[1]).toBe('');
  });
});

describe('1.16 broken text', () => {
  it.each([
    ['\ud800', []],
    ['\udc00abc', ['abc']],
    ['abc\ud83d', ['abc']],
    ['a\ud800\ud800b', ['a', 'b']],
    ['\u0301', []],
    ['\0\u0007a', ['a']],
  ])('1.16 reads %j without an exception', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});
