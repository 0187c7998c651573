import { describe, expect, it } from 'vitest';
import { failure } from '../../../entrypoints/background/failure.ts';
import { faultText, recordFaultText } from '../../../utils/i18n/fault-text.ts';
import { problemText } from '../../../utils/i18n/problem-text.ts';
import { INTERFACE_LANGUAGES, translatorOf } from '../../../utils/i18n/translate.ts';
import { type CardTextKey, cardTexts, createTranslator } from '../../../utils/i18n.ts';
import { REFUSAL_REASONS } from '../../../utils/reading-list/exchange/incoming.ts';
import { FAULT_CODES, FAULT_FIELDS, type RecordFault } from '../../../utils/reading-list/fault.ts';
import { StoreError } from '../../../utils/reading-list/store-error.ts';

const SCRIPTS = {
  en: /\p{sc=Latin}/u,
  'zh-CN': /\p{sc=Han}/u,
  'zh-TW': /\p{sc=Han}/u,
  ru: /\p{sc=Cyrillic}/u,
} as const;
/** Each way of saying whose fault it is. */
const WHOSE = [
  { kind: 'page', id: null },
  { kind: 'page', id: 'p-1' },
  { kind: 'passage', id: null },
  { kind: 'passage', id: 'p-1' },
  { kind: 'passage', id: 'p-1', entry: 3 },
] as const;

describe.each(INTERFACE_LANGUAGES)('a fault of a file in %s', (language) => {
  const t = createTranslator(language);

  it.each(FAULT_CODES)('has a text of its own, with every value filled in: %s', (code) => {
    const said = faultText({ code, field: 'note', limit: 3 }, t);
    expect(said).toMatch(SCRIPTS[language]);
    expect(said).not.toMatch(/fault\.|field\.|[{}]/u);
    const others = FAULT_CODES.filter((each) => each !== code);
    const texts = others.map((each) => faultText({ code: each, field: 'note', limit: 3 }, t));
    expect(texts).not.toContain(said);
  });

  it('names every field, each by another name', () => {
    const names = FAULT_FIELDS.map((field) => t(`field.${field}`));
    for (const name of names) expect(name).toMatch(SCRIPTS[language]);
    expect(names.filter((name) => name.includes('field.'))).toEqual([]);
    const alike = names.filter((name, at) => names.indexOf(name) !== at);
    expect(alike).toEqual([]);
  });

  it('says whose it is, and each way is another', () => {
    const lines = WHOSE.map((whose) => recordFaultText({ code: 'no-record', ...whose }, t));
    expect(new Set(lines).size).toBe(WHOSE.length);
    for (const line of lines) expect(line).toContain(faultText({ code: 'no-record' }, t));
  });

  it.each(REFUSAL_REASONS)('has a text where the whole file is refused: %s', (reason) => {
    expect(t(`import.${reason}`)).not.toBe(`import.${reason}`);
    expect(t(`import.${reason}`)).toMatch(SCRIPTS[language]);
  });

  it('takes what the file holds as text, never as names of values or marks of direction', () => {
    const id = '<img src=x onerror=alert(1)> {what} {id} $& $1 %s';
    const fault: RecordFault = { code: 'empty', field: 'id', kind: 'page', id };
    expect(recordFaultText(fault, t)).toContain(id);
    expect(recordFaultText(fault, t).split(faultText(fault, t))).toHaveLength(2);
  });

  it('reaches a page, where saving fails, with the card’s texts', () => {
    const onPage = translatorOf<CardTextKey>(language, cardTexts(language));
    const fault = { code: 'too-long', field: 'selector.exact', limit: 20_000 } as const;
    const { error } = failure(new StoreError('invalid', 'Invalid length', { fault }));
    const { message } = problemText(structuredClone(error), onPage);
    expect(message).toContain(faultText(fault, t));
    expect(message).not.toContain('Invalid length');
  });
});

describe('the count in a fault', () => {
  const said = (language: 'en' | 'ru', limit: number): string =>
    faultText({ code: 'too-many', field: 'tags', limit }, createTranslator(language));

  it('takes the plural form that the language has for it', () => {
    expect(said('en', 1)).toBe('“Tags” has more than 1 entry');
    expect(said('en', 100)).toBe('“Tags” has more than 100 entries');
    expect(said('ru', 21)).toMatch(/21 значения$/u);
    expect(said('ru', 100)).toMatch(/100 значений$/u);
  });

  it('is written the way the language writes numbers', () => {
    const long = { code: 'too-long', field: 'note', limit: 100_000 } as const;
    expect(faultText(long, createTranslator('en'))).toContain('100,000 characters');
    expect(faultText(long, createTranslator('ru'))).toMatch(/100\s000 знаков/u);
  });
});
