/** A label of an article: a span that a careful reader would want highlighted, and the items it echoes. */
export interface Label {
  readonly item: string | readonly string[];
  readonly degree: string;
  readonly text: string;
  readonly occurrence?: number;
}

/** A labelled article as the evaluation sets hold it. */
export interface Article {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly labels: readonly Label[];
  readonly other_context?: readonly Label[];
  readonly ambiguous?: readonly Label[];
}

/** The text that offsets count in: title and paragraphs, separated by two line feeds. */
export function textOfArticle(article: Article): string {
  return [article.title, ...article.paragraphs].join('\n\n');
}
