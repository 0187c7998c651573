import { render } from 'preact';
import { Card } from '../../components/card/card.tsx';
import { CardProblem } from '../../components/card/card-problem.tsx';
import cardCss from '../../components/styles/card.css?inline';
import type { OpenCard } from '../../utils/messages/page-parts.ts';
import { follow } from './follow.ts';
import { createShadowPlace } from './shadow-place.ts';

/** Puts an empty card on the page. */
export function openCard(document: Document, theme: string): OpenCard {
  const { place, holds, hasFocus, isThere, remove } = createShadowPlace(document, cardCss, theme);
  let unfollow: () => void = () => {};
  return {
    holds,
    hasFocus,
    isThere,
    show(view) {
      render(view.kind === 'item' ? <Card {...view.props} /> : <CardProblem {...view} />, place);
    },
    follow(phrase, onGone) {
      unfollow();
      unfollow = follow(phrase, place, onGone);
    },
    focus() {
      place.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
    },
    remove() {
      unfollow();
      render(null, place);
      remove();
    },
  };
}
