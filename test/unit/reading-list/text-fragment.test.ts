import { describe, expect, it } from 'vitest';
import { addressAtPassage, textDirective } from '../../../utils/reading-list/text-fragment.ts';

function selector(exact: string, prefix = '', suffix = '') {
  return { exact, prefix, suffix, start: 10, end: 10 + exact.length };
}

describe('the text directive', () => {
  it('names a short passage with its surroundings, in whole words', () => {
    const made = textDirective(
      selector('a junior partner', 'ssia is now ', ' of China, sai'),
      'en',
    );
    expect(made).toBe('text=is%20now-,a%20junior%20partner,-of%20China%2C');
  });

  it('encodes dashes, commas and ampersands, which have a meaning in directives', () => {
    expect(textDirective(selector('win-win, R&D'), 'en')).toBe('text=win%2Dwin%2C%20R%26D');
  });

  it('completes words that the passage cuts', () => {
    expect(textDirective(selector('third part', '', 'ies.'), 'en')).toBe('text=third%20parties');
  });

  it('names a long passage by its first and last words', () => {
    const long = `${'alpha beta gamma '.repeat(20)}end of it`;
    const made = textDirective(selector(long), 'en') ?? '';
    const [start = '', end = ''] = decodeURIComponent(made.slice(5)).split(',');
    expect(start.length).toBeLessThan(60);
    expect(long.startsWith(start)).toBe(true);
    expect(long.endsWith(end)).toBe(true);
  });

  it('never names text over the end of a paragraph', () => {
    const made = textDirective(selector('the first one ends.\n\nThe next begins'), 'en');
    expect(made).toBe('text=the%20first%20one%20ends.,The%20next%20begins');
  });

  it('leaves out surroundings in another paragraph', () => {
    const made = textDirective(selector('short words', 'Headline\n\n', '\n\nNext'), 'en');
    expect(made).toBe('text=short%20words');
  });

  it('cuts Chinese between words', () => {
    const long = '双方强调中俄关系不具有结盟对抗第三国性质。'.repeat(15);
    const made = decodeURIComponent(textDirective(selector(long), 'zh')?.slice(5) ?? '');
    const [start = ''] = made.split(',');
    expect(start.length).toBeGreaterThanOrEqual(40);
    expect(start.length).toBeLessThan(50);
    expect(long.startsWith(start)).toBe(true);
  });

  it('bears lone surrogates, broken language tags and passages without words', () => {
    expect(textDirective(selector('a \ud800 b'), 'en')).toBe('text=a%20%EF%BF%BD%20b');
    expect(textDirective(selector('plain'), 'not a tag!')).toBe('text=plain');
    expect(textDirective(selector(' \n '), 'en')).toBeNull();
  });
});

describe('the address at a passage', () => {
  it('keeps the fragment of the page and replaces an earlier directive', () => {
    const made = addressAtPassage('https://a.example/x#part:~:text=old', selector('new'), 'en');
    expect(made).toBe('https://a.example/x#part:~:text=new');
    expect(addressAtPassage('https://a.example/x', selector('new'), 'en')).toBe(
      'https://a.example/x#:~:text=new',
    );
  });
});
