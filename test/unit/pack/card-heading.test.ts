import { describe, expect, it } from 'vitest';
import { hasOnlyReports } from '../../../components/card/choose-texts.ts';
import { cardOf } from '../../../utils/pack/card.ts';
import { headingOf } from '../../../utils/pack/card-heading.ts';
import type { CardLanguage } from '../../../utils/pack/card-language.ts';
import { indexInputOf } from '../../../utils/pack/index-input-of.ts';
import { bundledPack } from '../../support/bundled-pack.ts';

const { entries } = indexInputOf(bundledPack());
const entry = (id: string) => entries.get(id) ?? null;
const LANGUAGES: readonly CardLanguage[] = ['en', 'zh-CN', 'zh-TW', 'ru'];

describe('the heading of an item', () => {
  it('says of every item of the pack what its card says, in every language', () => {
    let items = 0;
    let reports = 0;
    for (const language of LANGUAGES) {
      for (const id of entries.keys()) {
        const card = cardOf(entry, id, language);
        const heading = headingOf(entry, id, language);
        if (card === null) {
          expect(heading, id).toBeNull();
          continue;
        }
        items += 1;
        reports += hasOnlyReports(card) ? 1 : 0;
        expect(heading, id).toEqual({ title: card.title, isReport: hasOnlyReports(card) });
      }
    }
    expect(items).toBeGreaterThan(1000);
    expect(reports).toBeGreaterThan(0);
  });

  it('follows redirects, and is null where nothing has the id', () => {
    expect(headingOf(entry, 'R12', 'ru')).toEqual(
      headingOf(entry, 'readout-putin-2025-strategic-choice', 'ru'),
    );
    expect(headingOf(entry, 'R12', 'ru')?.title).toMatch(/[а-я]/u);
    expect(headingOf(entry, 'no-such-item', 'en')).toBeNull();
    expect(headingOf(() => null, 'R12', 'en')).toBeNull();
  });
});
