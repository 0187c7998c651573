import { type Drafted, fieldsIn, listIn, textIn } from './drafts.ts';
import { idOfIri } from './web-annotation.ts';

/** The entries of a W3C document: one annotation, several, a collection or a page; null for anything else. */
export function annotationsIn(file: unknown): readonly unknown[] | null {
  if (Array.isArray(file)) return file.some(isAnnotation) ? file : null;
  const { items, first } = fieldsIn(file);
  if (isAnnotation(file)) return [file];
  const within = Array.isArray(items) ? items : fieldsIn(first).items;
  return Array.isArray(within) && (within.length === 0 || within.some(isAnnotation))
    ? within
    : null;
}

const isAnnotation = (entry: unknown): boolean => {
  const { type, target } = fieldsIn(entry);
  return listIn(type).includes('Annotation') && target !== undefined;
};

/** All selectors of a target, those that refine others too; at most five deep. */
function selectorsIn(value: unknown, depth = 0): readonly Readonly<Record<string, unknown>>[] {
  if (depth > 5) return [];
  return listIn(value).flatMap((each) => {
    const fields = fieldsIn(each);
    return [fields, ...selectorsIn(fields.refinedBy, depth + 1)];
  });
}

const offsetIn = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

const iriIn = (value: unknown): string => textIn(value) || textIn(fieldsIn(value).id);

/** Reads an annotation of the W3C Web Annotation Data Model. */
export function readAnnotation(raw: unknown): Drafted {
  const annotation = fieldsIn(raw);
  const [target] = listIn(annotation.target);
  const { source, selector } = fieldsIn(target);
  const address = source === undefined ? iriIn(target) : iriIn(source);
  if (address === '') return { refused: 'no-page' };
  const selectors = selectorsIn(selector);
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const bodies = listIn(annotation.body).map((each) =>
    typeof each === 'string' ? { value: '' } : fieldsIn(each),
  );
  const of = (purpose: string): string[] =>
    bodies
      .filter((each) => 'purpose' in each && each.purpose === purpose)
      .map((each) => textIn(each.value));
  const comments = bodies.filter(
    (each) =>
      !('purpose' in each) ||
      each.purpose === undefined ||
      ['commenting', 'replying', 'editing'].includes(textIn(each.purpose)),
  );
  const note = [textIn(annotation.bodyValue), ...comments.map((each) => textIn(each.value))];
  return {
    id: idOfIri(textIn(annotation.id)),
    address,
    title: textIn(fieldsIn(source).label),
    author: null,
    language: textIn(listIn(fieldsIn(source).language)[0]) || null,
    exact: quote === undefined ? null : textIn(quote.exact),
    prefix: textIn(quote?.prefix),
    suffix: textIn(quote?.suffix),
    start: offsetIn(position?.start),
    end: offsetIn(position?.end),
    note: note.filter((text) => text !== '').join('\n\n'),
    tags: of('tagging'),
    savedAt: textIn(annotation.created) || null,
    editedAt: textIn(annotation.modified) || null,
  };
}
