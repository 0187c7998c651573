import type { ComponentChild } from 'preact';
import { Card } from '../../../components/card/card.tsx';
import type { CardActions, CardMatch } from '../../../components/card/types.ts';
import type { InterfaceLanguage } from '../../../utils/i18n/translate.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import { cardOf } from '../../../utils/pack/card.ts';
import type { CardData } from '../../../utils/pack/card-data.ts';
import { indexInputOf } from '../../../utils/pack/index-input-of.ts';
import { loadPack } from '../../../utils/pack/load.ts';
import { evidenceOf } from '../fixtures/alignment.ts';

const FOLDER = '../../../assets/packs/china-russia/';
const FILES = import.meta.glob<string>('../../../assets/packs/china-russia/**/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Ten items of different kinds: what a reader meets of the bundled pack. */
const ITEMS = [
  'js2025-not-against-third-party',
  'js2025-equal-orderly-multipolarity',
  'gss2025-golden-dome-destabilizing',
  'gss2025-aukus',
  'press-putin-2025-principles-of-equality',
  'claim-trade-volume',
  'claim-power-of-siberia-2',
  'claim-documents-signed-2026',
  'framing-junior-partner',
  'framing-no-limits',
];

const nothing = (): void => {};
const actions: CardActions = {
  save: nothing,
  copy: nothing,
  previous: nothing,
  next: nothing,
  close: nothing,
  toggleMore: nothing,
  mute: nothing,
};

/** A page that quotes the item's English, or uses a phrase of it where it has none. */
function matchOf({ texts, title }: CardData): CardMatch {
  const quoted = texts.find(({ language }) => language === 'en');
  const text = quoted?.text ?? title;
  const evidence = quoted
    ? evidenceOf(text, text, { language: 'en', origin: quoted.role })
    : {
        language: 'en' as const,
        origin: 'ours' as const,
        wording: -1,
        words: [{ start: 0, end: text.length }],
        alignment: [],
      };
  return { degree: 'verbatim', text, start: 0, pageText: text, evidence };
}

/** Cards of the bundled pack itself, both layers open. */
export function packStates(language: InterfaceLanguage): Record<string, ComponentChild> {
  const files = Object.entries(FILES).map(
    ([path, text]) => [path.replace(FOLDER, ''), text] as const,
  );
  const { pack } = loadPack(new Map(files));
  if (pack === null) throw new Error('The bundled pack has faults: run npm run packs:check.');
  const { entries } = indexInputOf(pack);
  const cards = ITEMS.flatMap((item, index) => {
    const data = cardOf((id) => entries.get(id) ?? null, item, language);
    if (data === null) return [];
    const card = (
      <Card
        key={item}
        data={data}
        match={matchOf(data)}
        position={{ index, total: ITEMS.length }}
        isSaved={false}
        expanded
        actions={actions}
        language={language}
        t={createTranslator(language)}
      />
    );
    return [[`pack-${item}`, card] as const];
  });
  return Object.fromEntries(cards);
}
