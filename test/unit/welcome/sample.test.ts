import { describe, expect, test } from 'vitest';
import { openBundledPack } from '../../../scripts/packs/open-pack.ts';
import { INTERFACE_LANGUAGES } from '../../../utils/i18n/translate.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import { createEngine } from '../../../utils/match/engine.ts';

describe('the sample of the welcome page', () => {
  const engine = createEngine(openBundledPack());

  test.each(INTERFACE_LANGUAGES)('holds in %s what it promises, and nothing else', (language) => {
    const t = createTranslator(language);
    const itemsIn = (text: string): string[] =>
      engine.match(text, 'balanced').map(({ item }) => item);
    const quotation = itemsIn(t('welcome.sample.quotation'));
    expect(quotation).toContain('readout-putin-2025-mutual-equality');
    const framings = itemsIn(t('welcome.sample.framings'));
    expect(new Set(framings)).toEqual(
      new Set(['framing-equal-partners', 'framing-junior-partner']),
    );
    expect(itemsIn(t('welcome.sample.plain'))).toEqual([]);
  });
});
