import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { CardData } from '../../utils/pack/card-data.ts';
import { formatDate } from '../format.ts';
import { Lead } from '../parts/lead.tsx';
import { OutsideLink } from '../parts/outside-link.tsx';

interface StatusLineProps {
  readonly data: Pick<CardData, 'status' | 'overtakenBy'>;
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
}

/** How the sources of a claim lie; of one that was overtaken by what and when, with where it can be read. */
export function StatusLine({ data, language, t }: StatusLineProps) {
  const { status, overtakenBy = null } = data;
  if (status === null) return null;
  if (overtakenBy === null)
    return (
      <p class="status">
        <Lead words={t('card.sourcesSay')} language={language} />
        {status}
      </p>
    );
  const date = formatDate(overtakenBy.date, language);
  return (
    <p class="status">
      <Lead words={t('card.overtaken', { date })} language={language} />
      {status}{' '}
      <OutsideLink address={overtakenBy.address} hint={t('card.newTab')}>
        {t('card.source')}
      </OutsideLink>
    </p>
  );
}
