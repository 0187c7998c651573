import { useEffect, useRef } from 'preact/hooks';
import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import type { PageViewMatch } from '../../utils/messages.ts';

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
