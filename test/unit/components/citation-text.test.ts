import { expect, test } from 'vitest';
import { citationText, quote } from '../../../components/card/citation-text.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import type { CardData, CardText } from '../../../utils/pack/card-data.ts';
import * as data from '../../gallery/fixtures/card-data.ts';

const cite = (item: CardData, text: CardText | null): string =>
  citationText(item, text, 'en', createTranslator('en'));

test('a translation is cited with speaker, document, section, date, translator and address', () => {
  expect(cite(data.card(), data.ENGLISH)).toBe(
    `“${data.ENGLISH.text}” — Joint text, both sides, Joint Declaration of Northland and Southland on the Bridge, section 9, 8 May 2031 (translation: Bridge Weekly). https://bridge-weekly.example/2031/05/declaration`,
  );
});

test('an original names no translator', () => {
  expect(cite(data.card(), data.ORIGINAL)).not.toContain('(');
});

test('a report is called a report', () => {
  const report = { ...data.ENGLISH, role: 'report' as const };
  expect(cite(data.card(), report)).toContain('(reported by Bridge Weekly)');
  expect(cite(data.card(), report)).not.toContain('translation');
});

test('what is not known is left out without a trace', () => {
  const bare = data.card({ speaker: null, section: null, document: null });
  const text = {
    ...data.ORIGINAL,
    citation: data.citation({ title: null, date: null, address: null }),
  };
  expect(cite(bare, text)).toBe(`“${data.ORIGINAL.text}”.`);
});

test('a framing gives its first voice with who said it', () => {
  expect(cite(data.framingCard(), null)).toBe(
    '“one bank pays, the other counts the carts” — Institute for Rivers, September 2031. https://bridge-weekly.example/2031/05/declaration',
  );
});

test('a claim gives its evidence, and without evidence its statement without quotation marks', () => {
  expect(cite(data.claim(), null)).toMatch(/^“about 244,800 carts crossed in 2030” — Ministry/);
  expect(cite(data.claim({ voices: [] }), null)).toBe(
    'About 245,000 carts crossed the bridge in 2030. — claim as worded in the index “The bridge”.',
  );
});

test.each([
  ['words', 'en', '“words”'],
  ['слова', 'ru', '«слова»'],
  ['词', 'zh-Hans', '“词”'],
  ['詞', 'zh-Hant', '「詞」'],
  ['“words”', 'en', '“words”'],
  ['“one” and “two”', 'en', '““one” and “two””'],
] as const)('%s in %s is quoted as %s', (text, language, quoted) => {
  expect(quote(text, language)).toBe(quoted);
});

test('our own translation is never cited: somebody’s text takes its place', () => {
  const item = data.card({ texts: [data.ORIGINAL, data.OURS] });
  expect(cite(item, data.OURS)).toBe(cite(item, data.ORIGINAL));
  expect(cite(data.card({ texts: [data.OURS] }), data.OURS)).not.toContain(data.OURS.text);
});
