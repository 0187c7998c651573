import { useEffect, useRef } from 'preact/hooks';
import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import type { ItemKind } from '../../utils/match/types.ts';
import type { PageViewMatch } from '../../utils/messages.ts';

const KINDS: readonly ItemKind[] = ['clause', 'claim', 'framing'];
const COUNT_TEXT = {
  clause: 'page.clauses',
  claim: 'page.claims',
  framing: 'page.framings',
} as const;

/** How many of each kind, as words and as a bar; reports of official texts are counted apart from their words. */
export function Counts(props: {
  readonly matches: readonly PageViewMatch[];
  readonly t: Translate<TextKey>;
}) {
  const { matches, t } = props;
  const counts = KINDS.map((kind) => {
    const own = matches.filter((match) => match.kind === kind);
    return { kind, count: own.length, reports: own.filter(({ isReport }) => isReport).length };
  }).filter(({ count }) => count > 0);
  return (
    <div class="counts">
      <p class="total">{t('page.count', { count: matches.length })}</p>
      <div class="bar" aria-hidden="true">
        {counts.map(({ kind, count }) => (
          <i key={kind} data-kind={kind} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul class="legend">
        {counts.flatMap(({ kind, count, reports }) => [
          count > reports && (
            <li key={kind} class="kind" data-kind={kind}>
              {t(COUNT_TEXT[kind], { count: count - reports })}
            </li>
          ),
          reports > 0 && (
            <li key="report" class="kind" data-kind={kind}>
              {t('page.reports', { count: reports })}
            </li>
          ),
        ])}
      </ul>
    </div>
  );
}

function embeddedWords(site: string | null, t: Translate<TextKey>): string {
  return site === null ? t('page.embedded') : t('page.embeddedFrom', { site });
}

/**
 * The matches in reading order; a press goes there and opens the card. The list keeps in step with the
 * page: what is at the top there comes into sight here, unless the reader is busy with the list.
 */
export function MatchList(props: {
  readonly matches: readonly PageViewMatch[];
  readonly current: number;
  /** Index of the match at the top of the page's window, or -1. */
  readonly top: number;
  readonly open: (index: number) => void;
  readonly t: Translate<TextKey>;
}) {
  const { matches, current, top, t } = props;
  const list = useRef<HTMLOListElement>(null);
  const inSight = matches.find(({ index }) => top >= 0 && index >= top)?.index;
  useEffect(() => {
    if (inSight === undefined || list.current?.matches(':hover, :focus-within')) return;
    list.current?.querySelector('[data-in-sight]')?.scrollIntoView({ block: 'nearest' });
  }, [inSight]);
  return (
    <ol class="matches" aria-label={t('page.list')} ref={list}>
      {matches.map((match) => (
        <li key={match.index} data-in-sight={match.index === inSight ? '' : undefined}>
          <button
            type="button"
            class="match"
            data-kind={match.kind}
            aria-current={match.index === current ? 'true' : undefined}
            onClick={() => props.open(match.index)}
          >
            <span class="words">{match.text}</span>
            <span class="cap">
              {match.isReport ? (
                `${t('kind.report')} · `
              ) : (
                <span class="unseen">{t(`kind.${match.kind}`)} · </span>
              )}
              {match.kind !== 'framing' && `${t(`degree.${match.degree}`)} · `}
              {withoutStop(match.title)}
              {match.embedded !== undefined && ` · ${embeddedWords(match.embedded, t)}`}
              {match.index === current && ` · ${t('page.lastOpened')}`}
              {match.index === inSight && ` · ${t('page.inSight')}`}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** A title that is a sentence, as one part of a line. */
const withoutStop = (title: string): string => title.replace(/[.。]$/u, '');
