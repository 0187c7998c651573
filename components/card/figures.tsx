import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { CardFigure } from '../../utils/pack/card-data.ts';
import { formatDate, formatFigure } from '../format.ts';
import { OutsideLink } from '../parts/outside-link.tsx';

/** Figures by source and year; two figures of different years stand apart instead of against each other. */
export function Figures(props: {
  readonly figures: readonly CardFigure[];
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
}) {
  const { figures, language, t } = props;
  return (
    <table class="figures">
      <caption>{t('card.figures')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('card.figure')}</th>
          <th scope="col">{t('card.period')}</th>
          <th scope="col">{t('card.saidBy')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure, at) => {
          const address = figure.citation?.address ?? null;
          const date = figure.citation?.date ?? null;
          const who = figure.saidBy ?? figure.citation?.publisher ?? figure.citation?.title ?? '—';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the figures of one item never change places
            <tr key={at}>
              <td>
                {figure.qualifier !== null && `${figure.qualifier} `}
                {formatFigure(figure.value, language)}
                {figure.unit !== null && ` ${figure.unit}`}
              </td>
              <td>{figure.period ?? '—'}</td>
              <td>
                {address === null ? (
                  who
                ) : (
                  <OutsideLink address={address} hint={t('card.newTab')}>
                    {who}
                  </OutsideLink>
                )}
                {date !== null && <div class="cap">{formatDate(date, language)}</div>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
