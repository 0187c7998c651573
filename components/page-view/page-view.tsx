import { useState } from 'preact/hooks';
import { problemLine } from '../../utils/i18n/problem-text.ts';
import { formatDate, formatSentences } from '../format.ts';
import { Button } from '../parts/button.tsx';
import { Switch } from '../parts/switch.tsx';
import { type CountedKind, Counts, kindOf } from './counts.tsx';
import { MatchList } from './match-list.tsx';
import { SensitivityChoice } from './sensitivity-choice.tsx';
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
  const isCut = page.state === 'ready' && page.isCut === true;
  const problem = page.state === 'failed' ? page.problem : null;
  const extent =
    coverage === null
      ? []
      : [
          t('coverage.extent', {
            count: coverage.documents,
            date: formatDate(coverage.to, language),
          }),
        ];
  const matches = page.state === 'ready' ? page.matches : [];
  const { top = -1 } = props;
  const inSight = top >= 0 ? matches[top] : undefined;
  const [kind, setKind] = useState<CountedKind | null>(null);
  const shown = kind === null ? matches : matches.filter((match) => kindOf(match) === kind);
  return (
    <main class="surface page-view" data-place={props.place ?? 'popup'} lang={language}>
      <h1 class="unseen">{t('page.title')}</h1>
      {/* Always there: a live region speaks of what comes into it, not of coming itself. */}
      <div class={text === null && !isCut ? 'unseen' : 'state'} role="status">
        {text !== null && <p>{t(text)}</p>}
        {isCut && <p>{t('page.cut')}</p>}
        {problem !== null && <p class="cap">{problemLine(problem, t)}</p>}
        {actions.reload !== undefined && helpsToReload(page) && (
          <Button icon="reload" onPress={actions.reload}>
            {t('page.reload')}
          </Button>
        )}
      </div>
      {page.state === 'ready' && matches.length > 0 && (
        <>
          <Counts matches={matches} shown={kind} show={setKind} t={t} />
          <div class="found">
            {shown.length === 0 && <p class="none">{t('page.noneOfKind')}</p>}
            <MatchList matches={shown} current={page.current} top={top} open={actions.open} t={t} />
          </div>
          {topics.length > 0 && (
            <Topics
              topics={topics}
              isOpen={props.place === 'panel'}
              inSight={inSight?.topic ?? null}
              language={language}
              t={t}
            />
          )}
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
        <SensitivityChoice chosen={props.sensitivity} choose={actions.setSensitivity} t={t} />
      </fieldset>
      <footer class="foot">
        <p class="cap">{formatSentences([t('coverage.meaning'), ...extent], language)}</p>
        <div class="deeds tools">
          <Button icon="list" onPress={actions.openReadingList}>
            {t('page.openList')}
          </Button>
          {actions.openPanel !== undefined && (
            <Button icon="panel" onPress={actions.openPanel}>
              {t('page.openPanel')}
            </Button>
          )}
          {actions.openOptions !== undefined && (
            <Button icon="options" onPress={actions.openOptions}>
              {t('page.options')}
            </Button>
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
