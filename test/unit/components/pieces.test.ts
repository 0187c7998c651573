import { describe, expect, test } from 'vitest';
import { alignedText, piecesOfPage, piecesOfWording } from '../../../components/card/pieces.ts';
import type { CardMatch } from '../../../components/card/types.ts';
import type { Evidence } from '../../../utils/match/types.ts';
import { align, evidenceOf } from '../../gallery/fixtures/alignment.ts';
import { ENGLISH, ORIGINAL } from '../../gallery/fixtures/card-data.ts';

const ENGLISH_TEXT = { language: 'en', origin: 'translation' } as const;

const matchOf = (pageText: string, text: string, evidence: Evidence): CardMatch => ({
  degree: 'altered',
  text,
  start: pageText.indexOf(text),
  pageText,
  evidence,
});

describe('the wording beside the page', () => {
  test('shows what was left out, at the ends too, and what differs', () => {
    const steps = align('keeps the bridge open', 'We keep the old bridge open daily.');
    expect(piecesOfWording('We keep the old bridge open daily.', steps)).toEqual([
      { text: 'We', kind: 'left-out' },
      { text: ' ', kind: 'same' },
      { text: 'keep', kind: 'differs' },
      { text: ' the ', kind: 'same' },
      { text: 'old', kind: 'left-out' },
      { text: ' bridge open ', kind: 'same' },
      { text: 'daily.', kind: 'left-out' },
    ]);
  });

  test('loses no character, whatever the steps', () => {
    const text = '  We keep — the “old” bridge.';
    expect(
      piecesOfWording(text, align('the bridge', text))
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
    expect(piecesOfWording(text, [])).toEqual([{ text, kind: 'left-out' }]);
  });

  test('shows the page’s own additions in the page’s words', () => {
    const text = 'the [stone] bridge';
    const evidence = evidenceOf(text, 'the bridge', ENGLISH_TEXT);
    expect(piecesOfPage(matchOf(text, text, evidence))).toEqual([
      { text: 'the [', kind: 'same' },
      { text: 'stone', kind: 'differs' },
      { text: '] bridge', kind: 'same' },
    ]);
  });

  test('reads the page’s offsets in the text that was matched', () => {
    const pageText = 'He said: the stone bridge.';
    const evidence: Evidence = {
      ...ENGLISH_TEXT,
      wording: 0,
      words: [],
      alignment: [{ kind: 'inserted', page: { start: 13, end: 18 }, wording: null }],
    };
    expect(piecesOfPage(matchOf(pageText, 'the stone bridge', evidence))[1]).toEqual({
      text: 'stone',
      kind: 'differs',
    });
  });

  test('marks nothing where the offsets do not point at the page’s words', () => {
    const evidence = evidenceOf('the stone bridge', 'the bridge', ENGLISH_TEXT);
    const match = { ...matchOf('the stone bridge', 'the stone bridge', evidence), start: 3 };
    expect(piecesOfPage(match)).toEqual([{ text: 'the stone bridge', kind: 'same' }]);
  });
});

describe('the text that the page was aligned with', () => {
  const texts = [ORIGINAL, ENGLISH];
  const page = 'will keep the bridge open in every season';
  const found = (evidence: Evidence) => alignedText(texts, matchOf(page, page, evidence));

  test('is found by language and role', () => {
    expect(found(evidenceOf(page, ENGLISH.text, ENGLISH_TEXT))).toBe(ENGLISH);
  });

  test('is none where the page matched a rendering of ours', () => {
    expect(found(evidenceOf(page, ENGLISH.text, { language: 'en', origin: 'ours' }))).toBeNull();
  });

  test('is none where the steps point past the end of the text', () => {
    const evidence = evidenceOf(page, `${'x '.repeat(200)}${page}`, ENGLISH_TEXT);
    expect(found(evidence)).toBeNull();
  });

  test('is none where the steps speak of another text of that language', () => {
    const evidence = evidenceOf(page, `One might say: ${page}`, ENGLISH_TEXT);
    expect(found(evidence)).toBeNull();
  });

  test('is found in Chinese although the page is in the other script', () => {
    const traditional = '雙方將在四季保持大橋暢通';
    const steps = [...traditional].map((_, at) => ({
      kind: 'equal' as const,
      page: { start: at, end: at + 1 },
      wording: { start: at, end: at + 1 },
    }));
    const evidence: Evidence = {
      language: 'zh',
      origin: 'original',
      wording: 0,
      words: [],
      alignment: steps,
    };
    expect(alignedText(texts, matchOf(traditional, traditional, evidence))).toBe(ORIGINAL);
  });
});
