import { formatDate } from '../format.ts';
import { Button } from '../parts/button.tsx';
import { Annotations } from './annotations.tsx';
import { Marked } from './marked.tsx';
import { PassageRow } from './passage-row.tsx';
import type { PageGroupProps } from './types.ts';

/** A page with what was saved from it; its own note, tags and status where it was saved itself. */
export function PageGroup({ listed, ...rest }: PageGroupProps) {
  const { query, actions, language, t } = rest;
  const { page, passages } = listed;
  const title = page.title.trim() === '' ? t('list.untitled') : page.title;
  const facts = [
    page.site ?? hostOf(page.address),
    page.author,
    page.published && formatDate(page.published, language),
  ].filter((fact) => fact !== null && fact !== '');
  return (
    <section class="page" aria-label={title}>
      <header>
        <div>
          <h2 lang={page.language ?? ''}>
            <Marked text={title} query={query} />
          </h2>
          <p class="cap">{facts.join(' · ')}</p>
        </div>
        <Button look="quiet" icon="leave" onPress={() => actions.openPage(page.id)}>
          {t('list.openPage')}
        </Button>
      </header>
      {page.isEntry && <Annotations {...rest} record={page} />}
      {passages.length === 0 ? (
        <p class="cap no-passage">{t('list.noPassage')}</p>
      ) : (
        <ul>
          {passages.map((passage) => (
            <PassageRow key={passage.id} passage={passage} {...rest} />
          ))}
        </ul>
      )}
    </section>
  );
}

const hostOf = (address: string): string | null =>
  URL.canParse(address) ? new URL(address).hostname : null;
