import { render } from 'preact';
import { Card } from '../../components/card/card.tsx';
import { CardProblem } from '../../components/card/card-problem.tsx';
import { follow } from '../../components/place/follow.ts';
import { createShadowPlace } from '../../components/place/shadow-place.ts';
import cardCss from '../../components/styles/card.css?inline';
import type { OpenCard, Phrase } from '../../utils/messages/page-parts.ts';

/** Puts an empty card on the page. */
export function openCard(document: Document, theme: string): OpenCard {
  const own = createShadowPlace(document, cardCss, theme);
  const { place, holds, hasFocus, isThere, dress, remove } = own;
  let unfollow: () => void = () => {};
  let beside: { readonly phrase: Phrase; readonly onGone: () => void } | null = null;
  return {
    holds,
    hasFocus,
    isThere,
    dress,
    show(view) {
      render(view.kind === 'item' ? <Card {...view.props} /> : <CardProblem {...view} />, place);
    },
    follow(phrase, onGone) {
      unfollow();
      beside = { phrase, onGone };
      unfollow = follow(phrase, place, onGone);
    },
    stay() {
      if (beside === null) return;
      unfollow();
      unfollow = follow(whereItIs(beside.phrase), place, beside.onGone);
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

/** The place of a phrase that will not be told apart any longer: it scrolls with the window. */
function whereItIs({ rects, element }: Phrase): Phrase {
  const now = rects();
  const [left, top] = [scrollX, scrollY];
  const moved = ({ x, y, width, height }: DOMRect): DOMRect =>
    new DOMRect(x + left - scrollX, y + top - scrollY, width, height);
  return { rects: () => now.map(moved), element };
}
