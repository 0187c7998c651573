import { type Article, type Label, textOfArticle } from './article.ts';

/** A label with its place in the article's text, in UTF-16 units. */
export interface PlacedLabel {
  readonly items: readonly string[];
  readonly degree: string;
  readonly start: number;
  readonly end: number;
}

/** Finds the places of labels in an article's text. */
export function placeLabels(article: Article, labels: readonly Label[]): PlacedLabel[] {
  const text = textOfArticle(article);
  return labels.map((label) => {
    let at = -1;
    for (let step = 0; step < (label.occurrence ?? 1); step++)
      at = text.indexOf(label.text, at + 1);
    return {
      items: [label.item].flat(),
      degree: label.degree,
      start: at,
      end: at + label.text.length,
    };
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The scorer's rule: half of the shorter is shared, and the prediction is not much longer than the label. */
export function isSameSpan(prediction: Span, label: Span): boolean {
  const shared = Math.max(
    0,
    Math.min(prediction.end, label.end) - Math.max(prediction.start, label.start),
  );
  const own = prediction.end - prediction.start;
  const length = label.end - label.start;
  return shared >= 0.5 * Math.min(own, length) && own <= Math.max(3 * length, length + 40);
}
