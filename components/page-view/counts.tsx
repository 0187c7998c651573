import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import type { ItemKind } from '../../utils/match/types.ts';
import type { PageViewMatch } from '../../utils/messages.ts';

/** Kinds as a reader counts them: reports of official texts apart from their words. */
export type CountedKind = ItemKind | 'report';

const COUNTED = [
  { kind: 'clause', look: 'clause', text: 'page.clauses' },
  { kind: 'report', look: 'clause', text: 'page.reports' },
  { kind: 'claim', look: 'claim', text: 'page.claims' },
  { kind: 'framing', look: 'framing', text: 'page.framings' },
] as const satisfies readonly { kind: CountedKind; look: ItemKind; text: TextKey }[];
const LOOKS: readonly ItemKind[] = ['clause', 'claim', 'framing'];

export function kindOf({ kind, isReport }: PageViewMatch): CountedKind {
  return kind === 'clause' && isReport ? 'report' : kind;
}

/**
 * How many of each kind, as words and as a bar. Where there are several kinds each count is a button
 * that narrows the list to its own; null shows all.
 */
export function Counts(props: {
  readonly matches: readonly PageViewMatch[];
  readonly shown: CountedKind | null;
  readonly show: (kind: CountedKind | null) => void;
  readonly t: Translate<TextKey>;
}) {
  const { matches, shown, show, t } = props;
  const counts = COUNTED.map((one) => ({
    ...one,
    count: matches.filter((match) => kindOf(match) === one.kind).length,
  })).filter(({ kind, count }) => count > 0 || kind === shown);
  return (
    <div class="counts">
      <p class="total">{t('page.count', { count: matches.length })}</p>
      <div class="bar" aria-hidden="true">
        {LOOKS.map((look) => ({
          look,
          count: matches.filter(({ kind }) => kind === look).length,
        }))
          .filter(({ count }) => count > 0)
          .map(({ look, count }) => (
            <i key={look} data-kind={look} style={{ flexGrow: count }} />
          ))}
      </div>
      {counts.length < 2 && shown === null ? (
        <p class="legend">
          {counts.map(({ kind, look, text, count }) => (
            <span key={kind} class="kind" data-kind={look}>
              {t(text, { count })}
            </span>
          ))}
        </p>
      ) : (
        <fieldset class="legend">
          <legend class="unseen">{t('page.filter')}</legend>
          {counts.map(({ kind, look, text, count }) => (
            <button
              key={kind}
              type="button"
              class="button quiet kind"
              data-kind={look}
              aria-pressed={kind === shown}
              onClick={() => show(kind === shown ? null : kind)}
            >
              {t(text, { count })}
            </button>
          ))}
          {shown !== null && (
            <button type="button" class="button quiet" onClick={() => show(null)}>
              {t('page.allKinds')}
            </button>
          )}
        </fieldset>
      )}
    </div>
  );
}
