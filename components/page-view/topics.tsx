import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import { formatNames } from '../format.ts';
import type { PanelTopic } from './types.ts';

/** Each topic of the page with the framings used here and the known ones not used here. */
export function Topics(props: {
  readonly topics: readonly PanelTopic[];
  readonly language: InterfaceLanguage;
  readonly t: Translate<TextKey>;
}) {
  const { topics, language, t } = props;
  return (
    <section class="topics">
      <h2>{t('page.topics')}</h2>
      {topics.map((topic) => (
        <div key={topic.id} class="topic">
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
    </section>
  );
}
