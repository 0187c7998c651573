import { useEffect, useRef } from 'preact/hooks';
import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import { formatNames } from '../format.ts';
import type { PanelTopic } from './types.ts';

/**
 * Each topic of the page with the framings used here and the known ones not used here. It stands under
 * the list in a part of its own, which opens and closes, and keeps in step with the page: the topic of
 * the passage in sight is set apart and comes into sight here, unless the reader is busy with it.
 */
export function Topics(props: {
  readonly topics: readonly PanelTopic[];
  /** Whether it is open when it first appears. */
  readonly isOpen: boolean;
  /** Id of the topic of the passage in sight, or null. */
  readonly inSight: string | null;
  readonly language: InterfaceLanguage;
  readonly t: Translate<TextKey>;
}) {
  const { topics, inSight, language, t } = props;
  const place = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (inSight === null || place.current?.matches(':hover, :focus-within')) return;
    place.current
      ?.querySelector('[data-in-sight]')
      ?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }, [inSight]);
  return (
    <details class="topics" open={props.isOpen} ref={place}>
      <summary>
        <h2>{t('page.topics')}</h2>
      </summary>
      {topics.map((topic) => (
        <div
          key={topic.id}
          class="topic"
          data-in-sight={topic.id === inSight ? '' : undefined}
          aria-current={topic.id === inSight ? 'true' : undefined}
        >
          <h3>{topic.question}</h3>
          <ul>
            {topic.framings.map((framing) => (
              <li key={framing.id} data-used={framing.isUsedHere}>
                <span class="label">{framing.label}</span>
                <span class="cap">
                  {t('card.heldBy', { names: formatNames(framing.heldBy, language) })} ·{' '}
                  {t(framing.isUsedHere ? 'page.usedHere' : 'page.notUsedHere')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}
