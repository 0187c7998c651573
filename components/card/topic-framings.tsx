import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { CardFraming, CardTopic } from '../../utils/pack/card-data.ts';
import { Lead } from '../parts/lead.tsx';
import { FramingEntry } from './framing-entry.tsx';

/** A topic as a question, every framing of it in equal form, and last the record. */
export function TopicFramings(props: {
  readonly topic: CardTopic;
  /** Ids of the items found on the page: a framing is there by its phrases, or by a clause of it. */
  readonly onPage: ReadonlySet<string>;
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
}) {
  const { topic, onPage, language, t } = props;
  const isOnPage = ({ id, clauses = [] }: CardFraming): boolean =>
    onPage.has(id) || clauses.some((clause) => onPage.has(clause));
  return (
    <section class="topic">
      <h3>{topic.question}</h3>
      <ul class="framings">
        {topic.framings.map((framing) => (
          <li key={framing.id}>
            <FramingEntry
              framing={framing}
              isOnPage={isOnPage(framing)}
              level={4}
              voices={1}
              language={language}
              t={t}
            />
          </li>
        ))}
      </ul>
      {topic.onlyOneSideInSources && <p class="said">{t('card.oneSide')}</p>}
      {topic.note !== null && <p class="said">{topic.note}</p>}
      {topic.record !== null && (
        <p class="said">
          <Lead words={t('card.onRecord')} language={language} />
          {topic.record}
        </p>
      )}
    </section>
  );
}
