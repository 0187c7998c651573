import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { CardData } from '../../utils/pack/card-data.ts';
import { formatDate } from '../format.ts';
import { OutsideLink } from '../parts/outside-link.tsx';

/** Speaker, document, date, place. A missing document or date is said, not passed over. */
export function SourceLines(props: {
  readonly data: CardData;
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
}) {
  const { data, language, t } = props;
  const { document, section, speaker } = data;
  const address = document?.address ?? null;
  return (
    <dl class="source">
      {speaker !== null && (
        <>
          <dt>{t('card.speaker')}</dt>
          <dd>{speaker}</dd>
        </>
      )}
      <dt>{t('card.document')}</dt>
      <dd>
        {document === null && t('card.noDocument')}
        {document !== null && address === null && (
          <span lang={document.titleLanguage}>{document.title}</span>
        )}
        {document !== null && address !== null && (
          <OutsideLink address={address} hint={t('card.newTab')}>
            <span lang={document.titleLanguage}>{document.title}</span>
          </OutsideLink>
        )}
        {document !== null && section !== null && ` · ${t('card.section', { section })}`}
      </dd>
      {document !== null && (
        <>
          <dt>{t('card.date')}</dt>
          <dd>{document.date === null ? t('card.noDate') : formatDate(document.date, language)}</dd>
        </>
      )}
      {document?.place && (
        <>
          <dt>{t('card.place')}</dt>
          <dd>{document.place}</dd>
        </>
      )}
    </dl>
  );
}
