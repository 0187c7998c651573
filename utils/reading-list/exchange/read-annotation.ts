import { type Drafted, fieldsIn, listIn, textIn } from './drafts.ts';
import { idOfIri } from './web-annotation.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Why the rest of a collection is not there: its next page lies elsewhere. Stands among the entries. */
const ELSEWHERE = Symbol('elsewhere');

/**
 * The entries of a W3C document: one annotation, several, a collection or a page; null for anything
 * else. An annotation with several targets is an entry for each.
 */
export function annotationsIn(file: unknown): readonly unknown[] | null {
  const { items, first } = fieldsIn(file);
  const page = Array.isArray(items) ? fieldsIn(file) : fieldsIn(first);
  const within = Array.isArray(file) ? file : isAnnotation(file) ? [file] : page.items;
  if (!Array.isArray(within)) return null;
  const isKnown = within.some(isAnnotation) || (within.length === 0 && !Array.isArray(file));
  if (!isKnown) return null;
  const isPart = within === page.items && iriIn(page.next) !== '';
  return [...within.flatMap(byTarget), ...(isPart ? [{ [ELSEWHERE]: true }] : [])];
}

const isAnnotation = (entry: unknown): boolean => {
  const { type, target } = fieldsIn(entry);
  return listIn(type).includes('Annotation') && target !== undefined;
};

/** The members of a `Choice`, or of a set of another kind; what is none stands for itself. */
function membersOf(value: unknown): readonly unknown[] {
  const { items } = fieldsIn(value);
  return Array.isArray(items) ? items : [value];
}

/** The annotation once for each of its targets; only the first keeps its id. */
function byTarget(annotation: unknown): readonly unknown[] {
  const targets = listIn(fieldsIn(annotation).target).flatMap(membersOf);
  if (targets.length < 2) return [annotation];
  return targets.map((target, at) => ({
    ...fieldsIn(annotation),
    target,
    ...(at === 0 ? {} : { id: undefined }),
  }));
}

/** All selectors of a target, those that refine others too; at most five deep. */
function selectorsIn(value: unknown, depth = 0): readonly Fields[] {
  if (depth > 5) return [];
  return listIn(value).flatMap((each) => {
    const fields = fieldsIn(each);
    return [fields, ...selectorsIn(fields.refinedBy, depth + 1)];
  });
}

const offsetIn = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

const iriIn = (value: unknown): string => textIn(value) || textIn(fieldsIn(value).id);

/**
 * The texts of an annotation's bodies with what each is for. Of a choice the first text counts, as the
 * model says; a body without a purpose has the annotation's.
 */
function textsIn(
  annotation: Fields,
): readonly { readonly text: string; readonly isTag: boolean }[] {
  const isTagging = (purpose: unknown): boolean => listIn(purpose).includes('tagging');
  const bodies = listIn(annotation.body).flatMap((body) => {
    const first = membersOf(body)
      .map(fieldsIn)
      .find(({ value }) => textIn(value) !== '');
    return first === undefined ? [] : [first];
  });
  return [
    { text: textIn(annotation.bodyValue), isTag: false },
    ...bodies.map(({ value, purpose }) => ({
      text: textIn(value),
      isTag: isTagging(purpose ?? annotation.motivation),
    })),
  ];
}

/** Bodies that our own export makes of the matched item: they are no words of the reader. */
function isOfItem(body: unknown, annotation: Fields): boolean {
  const { purpose } = fieldsIn(body);
  return 'parallax:status' in annotation && (purpose === 'describing' || purpose === 'linking');
}

/** Reads an annotation of the W3C Web Annotation Data Model. */
export function readAnnotation(raw: unknown): Drafted {
  if (typeof raw === 'object' && raw !== null && ELSEWHERE in raw) return { refused: 'elsewhere' };
  const annotation = fieldsIn(raw);
  const [target] = listIn(annotation.target).flatMap(membersOf);
  const { source, selector } = fieldsIn(target);
  const address = source === undefined ? iriIn(target) : iriIn(source);
  if (address === '') return { refused: 'no-page' };
  const selectors = selectorsIn(selector);
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const body = listIn(annotation.body).filter((each) => !isOfItem(each, annotation));
  const texts = textsIn({ ...annotation, body });
  const of = (isTag: boolean): string[] =>
    texts.filter((each) => each.isTag === isTag).map(({ text }) => text);
  return {
    id: idOfIri(textIn(annotation.id)),
    address,
    title: textIn(fieldsIn(source).label),
    author: null,
    language: textIn(listIn(fieldsIn(source ?? target).language)[0]) || null,
    exact: quote === undefined ? null : textIn(quote.exact),
    prefix: textIn(quote?.prefix),
    suffix: textIn(quote?.suffix),
    start: offsetIn(position?.start),
    end: offsetIn(position?.end),
    note: of(false)
      .filter((text) => text !== '')
      .join('\n\n'),
    tags: of(true),
    savedAt: textIn(annotation.created) || null,
    editedAt: textIn(annotation.modified) || null,
  };
}
