// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Card } from '../../../components/card/card.tsx';
import { createTranslator } from '../../../utils/i18n.ts';
import { card, ENGLISH, ORIGINAL, RUSSIAN } from '../../gallery/fixtures/card-data.ts';

afterEach(() => render(null, document.body));

function show(translations: 'en' | 'ru'): string {
  const nothing = (): void => {};
  render(
    <Card
      data={card({ texts: [ORIGINAL, ENGLISH, RUSSIAN] })}
      match={{
        degree: 'paraphrase',
        text: 'x',
        start: 0,
        pageText: 'x',
        evidence: { language: 'zh', origin: 'ours', wording: 0, words: [], alignment: [] },
      }}
      position={{ index: 0, total: 1 }}
      isSaved={false}
      expanded={false}
      actions={{
        save: nothing,
        copy: nothing,
        previous: nothing,
        next: nothing,
        close: nothing,
        toggleMore: nothing,
      }}
      language="en"
      translations={translations}
      t={createTranslator('en')}
    />,
    document.body,
  );
  return document.body.textContent ?? '';
}

test('a card shows first the translation in the language that the reader chose for translations', () => {
  expect(show('ru')).toContain(RUSSIAN.text);
  expect(document.body.textContent).not.toContain(ENGLISH.text);
  expect(show('en')).toContain(ENGLISH.text);
  expect(document.body.textContent).not.toContain(RUSSIAN.text);
});
