import { problemText } from '../../utils/i18n/problem-text.ts';
import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { CallError } from '../../utils/messages.ts';
import { IconButton } from '../parts/button.tsx';

/** The card while it waits (`problem` null), or where it cannot be shown: what happened, what to do. */
export function CardProblem(props: {
  readonly problem: CallError | null;
  readonly close: () => void;
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
}) {
  const { problem, language, t } = props;
  const title = t(problem === null ? 'card.loading' : 'card.problem');
  const said = problem === null ? null : problemText(problem, t);
  return (
    <section
      class="surface card"
      role="dialog"
      aria-label={title}
      lang={language}
      dir="ltr"
      tabIndex={-1}
    >
      <header class="head">
        <h2>{title}</h2>
        <div class="walk">
          <IconButton icon="close" name={t('card.close')} onPress={props.close} />
        </div>
      </header>
      <div class="body" role="status">
        {said !== null && (
          <>
            <p>{said.message}</p>
            <p class="said">{said.remedy}</p>
          </>
        )}
      </div>
    </section>
  );
}
