import { formatDate } from '../format.ts';
import { Button } from '../parts/button.tsx';
import { Annotations } from './annotations.tsx';
import { Choose } from './choose.tsx';
import { Marked } from './marked.tsx';
import type { PageHeadingProps } from './types.ts';

/** A page of the list; its own note, tags and status where it was saved itself. */
export function PageHeading({ listed, ...rest }: PageHeadingProps) {
  const { query, actions, language, t } = rest;
  const { page, passages } = listed;
  const title = page.title.trim() === '' ? t('list.untitled') : page.title;
  const facts = [
    page.site ?? hostOf(page.address),
    page.author,
    page.published && formatDate(page.published, language),
  ].filter((fact) => fact !== null && fact !== '');
  return (
    <>
      <header>
        {page.isEntry && <Choose {...rest} id={page.id} name={title} />}
        <div>
          <h2 lang={page.language ?? ''}>
            <Marked text={title} query={query} />
          </h2>
          <p class="cap">{facts.join(' · ')}</p>
        </div>
        {!page.address.startsWith('urn:') && (
          <Button look="quiet" icon="leave" onPress={() => actions.openPage(page.id)}>
            {t('list.openPage')}
          </Button>
        )}
      </header>
      {page.isEntry && <Annotations {...rest} record={page} />}
      {passages.length === 0 && <p class="cap no-passage">{t('list.noPassage')}</p>}
    </>
  );
}

const hostOf = (address: string): string | null =>
  URL.canParse(address) ? new URL(address).hostname : null;
