import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { CardCitation, CardVoice } from '../../utils/pack/card-data.ts';
import { formatDate } from '../format.ts';
import { OutsideLink } from '../parts/outside-link.tsx';

interface CitationLineProps {
  /** Whose words these are; null where the citation says it all. */
  readonly by: string | null;
  readonly citation: CardCitation;
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
}

/** Who, where, when, in one line (the date is that of the source, so it stands behind it); the title (or the publisher) is the link. */
export function CitationLine({ by, citation, language, t }: CitationLineProps) {
  const { title, publisher, address } = citation;
  const date = citation.date === null ? t('card.noDate') : formatDate(citation.date, language);
  const name =
    title ??
    publisher ??
    (address !== null && URL.canParse(address) ? new URL(address).hostname : null);
  const source =
    name === null || name === by
      ? null
      : title !== null && publisher !== null && publisher !== by
        ? `${title}, ${publisher}`
        : name;
  const shown = source ?? t('card.source');
  return (
    <p class="cap">
      {by !== null && <span class="who">{by}</span>}
      {by !== null && (source !== null || address !== null) && ' · '}
      {address === null ? (
        source
      ) : (
        <OutsideLink address={address} hint={t('card.newTab')}>
          {shown}
        </OutsideLink>
      )}{' '}
      <span class="whole">
        {(by !== null || source !== null || address !== null) && '· '}
        {date}
      </span>
    </p>
  );
}

/** Somebody's words, in their language and type, with who said them. */
export function Quotation(props: {
  readonly voice: CardVoice;
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
}) {
  const { voice, language, t } = props;
  return (
    <div class="voice">
      <blockquote class="quotation quoted" lang={voice.language}>
        {voice.text}
      </blockquote>
      {voice.how !== undefined && <p class="cap">{voice.how}</p>}
      <CitationLine by={voice.by} citation={voice.citation} language={language} t={t} />
    </div>
  );
}
