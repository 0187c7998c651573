import { formatDate } from '../format.ts';
import { Button } from '../parts/button.tsx';
import { Switch } from '../parts/switch.tsx';
import { Counts, MatchList } from './match-list.tsx';
import { helpsToReload, stateText } from './state-words.ts';
import { Topics } from './topics.tsx';
import type { PageViewPanelProps } from './types.ts';

export type {
  PageViewActions,
  PageViewPanelProps,
  PanelPage,
  PanelTopic,
  UnavailableReason,
} from './types.ts';

/** What a page's popup and side panel show. */
export function PageViewPanel(props: PageViewPanelProps) {
  const { page, topics = [], coverage, site, actions, language, t } = props;
  const text = stateText(page);
  const message = page.state === 'failed' ? page.message : null;
  const matches = page.state === 'ready' ? page.matches : [];
  return (
    <main class="surface page-view" data-place={props.place ?? 'popup'} lang={language}>
      <h1 class="unseen">{t('page.title')}</h1>
      {text !== null && (
        <div class="state" role="status">
          <p>{t(text)}</p>
          {message !== null && <p class="cap">{message}</p>}
          {actions.reload !== undefined && helpsToReload(page) && (
            <Button icon="reload" onPress={actions.reload}>
              {t('page.reload')}
            </Button>
          )}
        </div>
      )}
      {page.state === 'ready' && matches.length > 0 && (
        <>
          <Counts matches={matches} t={t} />
          <div class="found">
            <MatchList matches={matches} current={page.current} open={actions.open} t={t} />
            {topics.length > 0 && <Topics topics={topics} language={language} t={t} />}
          </div>
        </>
      )}
      <fieldset class="switches">
        <legend class="unseen">{t('page.switches')}</legend>
        <Switch
          name={site === null ? t('page.here') : t('page.hereNamed', { site })}
          isOn={props.isOnHere && props.isOnEverywhere}
          isDisabled={site === null || !props.isOnEverywhere}
          onChange={actions.setHere}
        />
        <Switch
          name={t('page.everywhere')}
          isOn={props.isOnEverywhere}
          onChange={actions.setEverywhere}
        />
      </fieldset>
      <footer class="foot">
        <p class="cap">
          {t('coverage.meaning')}
          {coverage !== null &&
            ` ${t('coverage.extent', {
              count: coverage.documents,
              date: formatDate(coverage.to, language),
            })}`}
        </p>
        <div class="deeds">
          <Button icon="list" onPress={actions.openReadingList}>
            {t('page.openList')}
          </Button>
          {actions.openOptions !== undefined && (
            <Button onPress={actions.openOptions}>{t('page.options')}</Button>
          )}
          {actions.savePage !== undefined && (
            <Button icon="save" onPress={actions.savePage}>
              {t('page.savePage')}
            </Button>
          )}
        </div>
      </footer>
    </main>
  );
}
