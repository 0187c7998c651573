import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { CardFraming } from '../../utils/pack/card-data.ts';
import { formatNames } from '../format.ts';
import { Quotation } from './quotation.tsx';

/**
 * A framing in the one grammar that all share: label, who holds it, a quotation with its source and
 * date. Where a part is missing, that is said in its place.
 */
export function FramingEntry(props: {
  readonly framing: CardFraming;
  readonly isOnPage: boolean;
  /** Level of the label as a heading. */
  readonly level: 3 | 4;
  /** How many quotations to give. */
  readonly voices: number;
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
}) {
  const { framing, isOnPage, language, t } = props;
  const Label = `h${props.level}` as const;
  const holders = framing.heldBy.length > 0 ? formatNames(framing.heldBy, language) : null;
  return (
    <div class="framing">
      <Label class="label">{framing.label}</Label>
      <p class="cap">
        {holders === null ? t('card.holderUnknown') : t('card.heldBy', { names: holders })}
      </p>
      {isOnPage && <p class="used-here">{t('card.usedHere')}</p>}
      {framing.absentFromSources && <p class="cap">{t('card.absent')}</p>}
      {framing.voices.length === 0 && !framing.absentFromSources && (
        <p class="cap">{t('card.noQuotation')}</p>
      )}
      {framing.voices.slice(0, props.voices).map((voice) => (
        <Quotation key={voice.text} voice={voice} language={language} t={t} />
      ))}
    </div>
  );
}
