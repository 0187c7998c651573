import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { CardData, CardFigure } from '../../utils/pack/card-data.ts';
import { formatDate, formatFigure, formatNames } from '../format.ts';
import { OutsideLink } from '../parts/outside-link.tsx';
import type { CardMatch } from './types.ts';

const RELATION_TEXT = {
  equal: 'card.figureEqual',
  near: 'card.figureNear',
  different: 'card.figureDifferent',
  'other-period': 'card.figureOtherPeriod',
} as const;

/** How the page's figure lies to the one on record, in one sentence; nothing where neither is known. */
export function FigureOnPage(props: {
  readonly data: CardData;
  readonly match: CardMatch;
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
}) {
  const { data, match, language, t } = props;
  const found = data.figureOnPage ?? null;
  const recorded = found === null ? undefined : data.figures[found.figure];
  if (found === null || recorded === undefined) return null;
  const { start, end } = found.at;
  const period = recorded.period === null ? '' : ` (${recorded.period})`;
  const sentence = t(RELATION_TEXT[found.relation], {
    page: match.pageText.slice(match.start + start, match.start + end),
    record: `${figureInWords(recorded, language)}${period}`,
    years: formatNames(found.years.map(String), language),
  });
  return <p data-relation={found.relation}>{sentence}</p>;
}

function figureInWords(
  { qualifier, value, unit }: CardFigure,
  language: InterfaceLanguage,
): string {
  return [qualifier, formatFigure(value, language), unit].filter((part) => part !== null).join(' ');
}

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
              <td>{figureInWords(figure, language)}</td>
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
