import { formatDay } from '../format.ts';
import { Button } from '../parts/button.tsx';
import { Annotations } from './annotations.tsx';
import { Choose } from './choose.tsx';
import { Marked } from './marked.tsx';
import type { PassageRowProps } from './types.ts';

/** A saved passage beside the original wording that it echoes. */
export function PassageRow(props: PassageRowProps) {
  const { passage, query, actions, language, t } = props;
  const { match, savedAt } = passage;
  return (
    <>
      <div class="beside">
        <Choose {...props} id={passage.id} name={passage.selector.exact} />
        <div>
          {props.isPageNamed && (
            <p class="cap of-page" lang={props.page.language ?? ''}>
              {props.page.title}
            </p>
          )}
          <blockquote class="quotation" lang={passage.language ?? ''}>
            <Marked text={passage.selector.exact} query={query} />
          </blockquote>
          <p class="cap">{t('list.saved', { date: formatDay(Date.parse(savedAt), language) })}</p>
        </div>
        <div class="echoed">
          {match?.original ? (
            <p class="quotation" lang={match.original.language}>
              <Marked text={match.original.text} query={query} />
            </p>
          ) : (
            match !== null && (
              <p>
                <Marked text={match.title} query={query} />
              </p>
            )
          )}
          <p class="cap">
            {match === null ? t('list.fromSelection') : `${describe(props)} · ${match.attribution}`}
          </p>
        </div>
      </div>
      <Annotations {...props} record={passage}>
        {!passage.source.startsWith('urn:') && (
          <Button look="quiet" icon="leave" onPress={() => actions.openPassage(passage.id)}>
            {t('list.open')}
          </Button>
        )}
      </Annotations>
    </>
  );
}

/** "Official wording · quoted in part"; framings have no degree. */
function describe({ passage: { match }, t }: PassageRowProps): string {
  if (match === null) return '';
  const kind = t(`kind.${match.kind}`);
  return match.kind === 'framing' ? kind : `${kind} · ${t(`degree.${match.degree}`)}`;
}
