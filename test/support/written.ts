import { csvParts } from '../../utils/reading-list/exchange/csv.ts';
import { htmlParts } from '../../utils/reading-list/exchange/html.ts';
import { jsonParts } from '../../utils/reading-list/exchange/json.ts';
import { markdownParts } from '../../utils/reading-list/exchange/markdown.ts';
import { annotationParts } from '../../utils/reading-list/exchange/web-annotation.ts';

/** The whole text of a file that is written part by part. */
export const whole = (parts: Iterable<string>): string => [...parts].join('');

const wholly =
  <Args extends readonly unknown[]>(parts: (...args: Args) => Iterable<string>) =>
  (...args: Args): string =>
    whole(parts(...args));

/** The exports as texts. */
export const writeJson = wholly(jsonParts);
export const writeCsv = wholly(csvParts);
export const writeHtml = wholly(htmlParts);
export const writeMarkdown = wholly(markdownParts);
export const writeAnnotations = wholly(annotationParts);
