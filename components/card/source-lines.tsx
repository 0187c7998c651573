import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { CardData, CardDocument } from '../../utils/pack/card-data.ts';
import { formatDate, formatSection } from '../format.ts';
import { OutsideLink } from '../parts/outside-link.tsx';

interface SourceLinesProps {
  readonly data: CardData;
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
}

/** Speaker, document, date, place. A clause's missing document or date is said, not passed over. */
export function SourceLines({ data, language, t }: SourceLinesProps) {
  const { document, speaker } = data;
  return (
    <dl class="source">
      {speaker !== null && (
        <>
          <dt>{t(data.kind === 'claim' ? 'card.saidBy' : 'card.speaker')}</dt>
          <dd>{speaker}</dd>
        </>
      )}
      {document !== null && (
        <DocumentLines document={document} section={data.section} language={language} t={t} />
      )}
      {document === null && data.kind === 'clause' && (
        <>
          <dt>{t('card.document')}</dt>
          <dd>{t('card.noDocument')}</dd>
        </>
      )}
    </dl>
  );
}

function DocumentLines({
  document,
  section,
  language,
  t,
}: Omit<SourceLinesProps, 'data'> & {
  readonly document: CardDocument;
  readonly section: string | null;
}) {
  const { address, date, place } = document;
  const title = <span lang={document.titleLanguage}>{document.title}</span>;
  return (
    <>
      <dt>{t('card.document')}</dt>
      <dd>
        {address === null ? (
          title
        ) : (
          <OutsideLink address={address} hint={t('card.newTab')}>
            {title}
          </OutsideLink>
        )}
        {section !== null && (
          <>
            {' '}
            <span class="whole">· {formatSection(section, t)}</span>
          </>
        )}
      </dd>
      <dt>{t('card.date')}</dt>
      <dd>{date === null ? t('card.noDate') : formatDate(date, language)}</dd>
      {place !== null && (
        <>
          <dt>{t('card.place')}</dt>
          <dd>{place}</dd>
        </>
      )}
    </>
  );
}
