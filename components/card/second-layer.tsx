import type { CardText } from '../../utils/pack/card-data.ts';
import { Figures } from './figures.tsx';
import { FormulaLine } from './formula-line.tsx';
import { Quotation } from './quotation.tsx';
import { Siblings } from './siblings.tsx';
import { StatusLine } from './status-line.tsx';
import { TopicFramings } from './topic-framings.tsx';
import type { CardProps } from './types.ts';
import { Why } from './why.tsx';
import { Wording } from './wording.tsx';

/** How many of a claim's quotations the first layer gives. */
const SHOWN_BEFORE = 2;

/** What a reader asks for with "More". */
export function SecondLayer(props: CardProps & { readonly others: readonly CardText[] }) {
  const { data, match, others, language, t } = props;
  const { kind } = data;
  const onPage = new Set([...(props.framingsOnPage ?? []), data.item]);
  const voices =
    kind === 'clause' ? data.voices : kind === 'claim' ? data.voices.slice(SHOWN_BEFORE) : [];
  return (
    <div class="more">
      {data.topics.map((topic) => (
        <TopicFramings key={topic.id} topic={topic} onPage={onPage} language={language} t={t} />
      ))}
      {kind === 'clause' && data.figures.length > 0 && (
        <section>
          <StatusLine data={data} language={language} t={t} />
          <Figures figures={data.figures} language={language} t={t} />
        </section>
      )}
      {data.formulae.map((formula) => (
        <FormulaLine key={formula.id} formula={formula} language={language} t={t} />
      ))}
      {data.siblings !== undefined && data.siblings.length > 0 && (
        <Siblings siblings={data.siblings} language={language} t={t} />
      )}
      {others.length > 0 && (
        <section>
          <h3>{t('card.otherTexts')}</h3>
          {others.map((text) => (
            <Wording key={text.text} text={text} aligned={null} language={language} t={t} />
          ))}
        </section>
      )}
      {voices.length > 0 && (
        <section>
          <h3>{t(kind === 'claim' ? 'card.evidence' : 'card.elsewhere')}</h3>
          {voices.map((voice) => (
            <Quotation key={voice.text} voice={voice} language={language} t={t} />
          ))}
        </section>
      )}
      {data.notes.length > 0 && (
        <section>
          <h3>{t('card.notes')}</h3>
          {data.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </section>
      )}
      <Why
        data={data}
        match={match}
        muted={props.muted ?? null}
        mute={props.actions.mute}
        language={language}
        t={t}
      />
    </div>
  );
}
