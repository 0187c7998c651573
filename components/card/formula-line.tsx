import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { CardFormula } from '../../utils/pack/card-data.ts';
import { formatDate } from '../format.ts';
import { OutsideLink } from '../parts/outside-link.tsx';
import { dateBeside } from './date-beside.ts';

const STATUS_TEXT = {
  present: 'card.present',
  absent: 'card.missing',
  changed: 'card.changed',
  unknown: 'card.unknown',
} as const;

type Row = CardFormula['documents'][number];

/**
 * The documents without a wording to show, by what is said of them: one note may hold for many. Those of
 * which nothing is known come last.
 */
function silentByNote(rows: readonly Row[]): ReadonlyMap<string, readonly string[]> {
  const titles = new Map<string, string[]>();
  const silent = rows.filter(({ wording }) => wording === null);
  const known = silent.filter(({ status }) => status !== 'unknown');
  const unknown = silent.filter(({ status }) => status === 'unknown');
  for (const { note, title } of [...known, ...unknown])
    if (note !== null) titles.set(note, [...(titles.get(note) ?? []), title]);
  return titles;
}

/** A formula through the documents, oldest first: a row of points, each with its year and status in words. */
export function FormulaLine(props: {
  readonly formula: CardFormula;
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
}) {
  const { formula, language, t } = props;
  const documents = [...formula.documents].sort((a, b) => (a.date < b.date ? -1 : 1));
  return (
    <section class="formula">
      <h3>{t('card.formula', { label: formula.label })}</h3>
      {formula.firstSeen && <p class="said">{t('card.firstSeen', { title: formula.firstSeen })}</p>}
      <ol class="years">
        {documents.map((entry) => {
          const [address = null] = entry.addresses;
          const year = <b title={formatDate(entry.date, language)}>{entry.date.slice(0, 4)}</b>;
          return (
            <li key={entry.document} data-status={entry.status} title={entry.title}>
              {address === null ? (
                year
              ) : (
                <OutsideLink address={address} hint={`${entry.title} ${t('card.newTab')}`}>
                  {year}
                </OutsideLink>
              )}
              <span>{t(STATUS_TEXT[entry.status])}</span>
            </li>
          );
        })}
      </ol>
      <dl class="years-words">
        {documents
          .filter(({ wording }) => wording !== null)
          .map(({ document, title, date, wording, isQuoted, note }) => (
            <div key={document}>
              <dt>{[...dateBeside(title, date, language, t), title].join(' · ')}</dt>
              <dd>
                {isQuoted ? <q>{wording}</q> : wording}
                {note !== null && ` · ${note}`}
              </dd>
            </div>
          ))}
        {[...silentByNote(documents)].map(([note, titles]) => (
          <div key={note}>
            <dt>{titles.join(' · ')}</dt>
            <dd>{note}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
