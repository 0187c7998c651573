import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { CardSibling } from '../../utils/pack/card-data.ts';
import { dateBeside } from './date-beside.ts';

const RELATION_TEXT = {
  'same-formula': 'card.sameFormula',
  'same-position': 'card.samePosition',
  'other-side': 'card.otherSide',
} as const;

/** Clauses of other texts that belong to this one: what they are, whose, where, and how they relate. */
export function Siblings(props: {
  readonly siblings: readonly CardSibling[];
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
}) {
  const { siblings, language, t } = props;
  return (
    <section class="siblings">
      <h3>{t('card.siblings')}</h3>
      <ul>
        {siblings.map(({ item, title, relation, speaker, document, date }) => (
          <li key={item}>
            {title}
            <p class="cap">
              {[
                t(RELATION_TEXT[relation]),
                speaker,
                document ?? t('card.noDocument'),
                ...dateBeside(document ?? '', date, language, t),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
