import { expect, test } from 'vitest';
import { matchTable } from '../../../scripts/start/match-table.ts';
import type { PageViewMatch } from '../../../utils/messages.ts';

const match: PageViewMatch = {
  index: 0,
  item: 'a',
  kind: 'clause',
  isReport: false,
  degree: 'verbatim',
  topic: 't',
  text: 'mutual  equality\nand mutual respect',
  title: 'Mutual equality',
};

test('columns stand under their headings, with white space folded', () => {
  expect(matchTable([match])).toBe(
    [
      '   kind    degree    words on the page                   item',
      '1  clause  verbatim  mutual equality and mutual respect  Mutual equality',
    ].join('\n'),
  );
});

test('Chinese characters count two columns, so that the next column stays straight', () => {
  const chinese = { ...match, text: '不针对第三方' };
  const [, first = '', second = ''] = matchTable([
    chinese,
    { ...match, text: 'twelve chars' },
  ]).split('\n');
  expect(first.indexOf('Mutual') + 6).toBe(second.indexOf('Mutual'));
});

test('long words of a page are cut with an ellipsis', () => {
  const [, row = ''] = matchTable([{ ...match, text: 'word '.repeat(40) }]).split('\n');
  expect(row).toMatch(/word wo?r?…\s+Mutual/u);
  expect(row.length).toBeLessThan(100);
});
