import type { CardData } from '../../utils/pack/card-data.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { chooseTexts, hasOnlyReports, isAttested } from './choose-texts.ts';
import { citationText } from './citation-text.ts';
import { ClaimLayer, ClauseLayer, FramingLayer } from './first-layer.tsx';
import { alignedText } from './pieces.ts';
import { SecondLayer } from './second-layer.tsx';
import type { CardMatch, CardProps } from './types.ts';

export type { CardActions, CardMatch, CardProps } from './types.ts';

/**
 * The card of one highlight, both layers. It needs `card.css` around it; its root takes the focus
 * (`tabindex` -1), and its body scrolls where the card is higher than its place.
 */
export function Card(props: CardProps) {
  const { data, match, position, expanded, isSaved, actions, muted = null, language, t } = props;
  const aligned = alignedText(data.texts, match);
  const { first, others } = chooseTexts(data.texts, aligned, props.translations ?? language);
  const quoted = [aligned, ...first.toReversed()].find((text) => text !== null && isAttested(text));
  const kind = t(isReport(data, match) ? 'kind.report' : `kind.${data.kind}`);
  const degree = data.kind === 'framing' ? null : t(`degree.${match.degree}`);
  const place = { index: position.index + 1, total: position.total };
  const layer = { data, match, language, t };
  return (
    <section
      class="surface card"
      role="dialog"
      aria-label={`${kind}: ${data.title}`}
      lang={language}
      dir="ltr"
      tabIndex={-1}
      data-kind={data.kind}
      data-expanded={expanded}
    >
      <header class="head">
        <h2>
          <span class="kind">{kind}</span> {degree !== null && <span class="degree">{degree}</span>}
        </h2>
        <div class="walk">
          <IconButton icon="previous" name={t('card.previous')} onPress={actions.previous} />
          {place.index > 0 && (
            <span class="place">
              <span aria-hidden="true">{`${place.index} / ${place.total}`}</span>
              <span class="unseen">{t('card.position', place)}</span>
            </span>
          )}
          <IconButton icon="next" name={t('card.next')} onPress={actions.next} />
          <IconButton icon="close" name={t('card.close')} onPress={actions.close} />
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section class="scroll" aria-label={t('card.content')} tabIndex={0}>
        <div class="body">
          {data.kind === 'clause' && <ClauseLayer {...layer} texts={first} aligned={aligned} />}
          {data.kind === 'claim' && <ClaimLayer {...layer} />}
          {data.kind === 'framing' && <FramingLayer {...layer} />}
        </div>
        {expanded && <SecondLayer {...props} others={others} />}
      </section>
      <footer class="foot">
        <Button
          look="main"
          icon="save"
          iconFilled={isSaved}
          isPressed={isSaved}
          onPress={actions.save}
        >
          {t(isSaved ? 'card.saved' : 'card.save')}
        </Button>
        <Button onPress={() => actions.copy(citationText(data, quoted ?? null, language, t))}>
          {t('card.copy')}
        </Button>
        <Button
          icon={expanded ? 'less' : 'more'}
          isExpanded={expanded}
          onPress={actions.toggleMore}
        >
          {t(expanded ? 'card.less' : 'card.more')}
        </Button>
        <div class="told">
          <p class="notice" role="status">
            {props.notice}
          </p>
          {muted !== null && (
            <Button onPress={() => actions.mute?.(muted)}>{t('card.undo')}</Button>
          )}
        </div>
      </footer>
    </section>
  );
}

/** Whether the page's words echo a report of the document, which is not to be called official wording. */
function isReport(data: CardData, { evidence }: CardMatch): boolean {
  if (data.kind !== 'clause' || data.texts.length === 0) return false;
  return evidence.origin === 'report' || hasOnlyReports(data);
}
