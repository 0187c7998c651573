import { STATUSES } from '../model.ts';
import { bodiesOf } from './annotation-bodies.ts';
import {
  addressOf,
  iriIn,
  membersOf,
  omissionsOf,
  partOf,
  selectorsIn,
  typesOf,
} from './annotation-fields.ts';
import { type Drafted, listIn, textIn } from './drafts.ts';
import { idOfIri, iriOfAddress } from './web-annotation.ts';

/** Why the rest of a collection is not there: its next page lies elsewhere. Stands among the entries. */
const ELSEWHERE = Symbol('elsewhere');

/**
 * The entries of a W3C document: one annotation, several, a collection or a page; null for anything
 * else. An annotation with several targets is an entry for each.
 */
export function annotationsIn(file: unknown): readonly unknown[] | null {
  const document = partOf(file);
  const [first] = listIn(document.first);
  const page = Array.isArray(document.items) ? document : partOf(first);
  const within = Array.isArray(file) ? file : isAnnotation(file) ? [file] : page.items;
  const isSet = typesOf(document).some((type) => /^Annotation(?:Collection|Page)$/.test(type));
  if (!Array.isArray(within)) return isSet && textIn(first) !== '' ? [{ [ELSEWHERE]: true }] : null;
  const isKnown = isSet || within.some(isAnnotation) || (within.length === 0 && within !== file);
  if (!isKnown) return null;
  const isPart = within === page.items && iriIn(page.next) !== '';
  return [...within.flatMap(byTarget), ...(isPart ? [{ [ELSEWHERE]: true }] : [])];
}

const isAnnotation = (entry: unknown): boolean => {
  const part = partOf(entry);
  return typesOf(part).includes('Annotation') && part.target !== undefined;
};

/** The annotation once for each of its targets; only the first keeps its id. */
function byTarget(annotation: unknown): readonly unknown[] {
  const targets = listIn(partOf(annotation).target).flatMap(membersOf);
  if (targets.length < 2) return [annotation];
  return targets.map((target, at) => ({
    ...partOf(annotation),
    target,
    ...(at === 0 ? {} : { id: undefined, '@id': undefined }),
  }));
}

const offsetIn = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

/** Reads an annotation of the W3C Web Annotation Data Model. */
export function readAnnotation(raw: unknown): Drafted {
  // A collection may name its annotations only.
  const isElsewhere = typeof raw === 'object' && raw !== null && ELSEWHERE in raw;
  if (isElsewhere || textIn(raw) !== '') return { refused: 'elsewhere' };
  const annotation = partOf(raw);
  const [target] = listIn(annotation.target).flatMap(membersOf);
  const resource = partOf(target);
  const source = partOf(resource.source);
  const selectors = selectorsIn(resource.selector);
  const of = (type: string) => selectors.find((each) => typesOf(each).includes(type));
  const quote = of('TextQuoteSelector');
  const position = of('TextPositionSelector');
  const iri = addressOf(target, quote === undefined ? selectors : []);
  // Our own export gives the address as the reader had it where an IRI has to be written otherwise.
  const asSaved = textIn(annotation['parallax:address']);
  const address = asSaved !== '' && iriOfAddress(asSaved) === iri ? asSaved : iri;
  if (address === '') return { refused: 'no-page' };
  const isPlaced =
    quote !== undefined || selectors.every((each) => typesOf(each).includes('FragmentSelector'));
  const said = bodiesOf(annotation);
  const language = source.language ?? resource.language;
  return {
    id: idOfIri(textIn(annotation.id)),
    address,
    title: textIn(source.label ?? resource.label),
    author: null,
    language: textIn(listIn(language)[0]) || null,
    exact: quote === undefined ? null : textIn(quote.exact),
    prefix: textIn(quote?.prefix),
    suffix: textIn(quote?.suffix),
    start: offsetIn(position?.start),
    end: offsetIn(position?.end),
    note: said.notes.join('\n\n'),
    tags: said.tags,
    savedAt: textIn(annotation.created) || null,
    editedAt: textIn(annotation.modified) || null,
    status: STATUSES.find((status) => status === annotation['parallax:status']) ?? null,
    without: [
      ...(isPlaced ? [] : (['place'] as const)),
      ...[annotation, resource, source].flatMap(omissionsOf),
      ...said.without,
      ...('parallax:item' in annotation ? (['match'] as const) : []),
    ],
  };
}
