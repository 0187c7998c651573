import { describe, expect, it } from 'vitest';
import { failure } from '../../../entrypoints/background/failure.ts';
import { problemLine, problemText } from '../../../utils/i18n/problem-text.ts';
import { INTERFACE_LANGUAGES } from '../../../utils/i18n/translate.ts';
import { cardTexts, createTranslator } from '../../../utils/i18n.ts';
import type { CallError } from '../../../utils/messages.ts';
import { StoreError } from '../../../utils/reading-list/store-error.ts';

const plain: CallError = { message: 'In English.', remedy: 'Do this.' };
const ru = createTranslator('ru');

describe('an error in the reader’s language', () => {
  it('is told by its code, with what to do', () => {
    const said = problemText({ ...plain, failure: 'failed', code: 'entry-gone' }, ru);
    expect(said).toEqual({
      message: 'Этой записи больше нет в указателе.',
      remedy: 'Перезагрузите страницу, чтобы прочесть её по нынешнему указателю.',
    });
  });

  it('is told by the kind of failure where it has no code', () => {
    expect(problemLine({ ...plain, failure: 'timeout' }, ru)).toContain('Ответ не пришёл вовремя.');
  });

  it('keeps its technical words where nothing more is known, and its detail', () => {
    expect(problemText({ ...plain, failure: 'failed' }, ru).message).toBe(
      'В расширении произошёл сбой. (In English.)',
    );
    const damaged = problemText({ ...plain, code: 'pack-damaged', detail: 'format 3' }, ru);
    expect(damaged.message).toBe('Указатель не читается. (format 3)');
  });

  it('is told in its own English where no texts are at hand', () => {
    expect(problemText({ ...plain, code: 'entry-gone' }, (key) => key)).toEqual(plain);
  });

  it.each(INTERFACE_LANGUAGES)('reaches a page with the card’s texts in %s', (language) => {
    const texts = cardTexts(language) as Record<string, unknown>;
    expect(texts['problem.list-quota']).toEqual(expect.any(String));
    expect(texts['problem.list-quota.remedy']).toEqual(expect.any(String));
  });

  it.each(['quota', 'blocked', 'newer', 'missing', 'invalid', 'failed'] as const)(
    'names what the reading list met: %s',
    (kind) => {
      const { error } = failure(new StoreError(kind, kind === 'failed' ? 'AbortError' : undefined));
      const said = problemText(error, createTranslator('en'));
      expect(error.code).toBe(`list-${kind}`);
      const more = kind === 'failed' ? ' (AbortError)' : '';
      expect(said.message).toBe(`${new StoreError(kind).message}${more}`);
      expect(said.remedy).toBe(new StoreError(kind).remedy);
    },
  );
});
