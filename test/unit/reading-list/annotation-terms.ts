const oa = (name: string): string => `http://www.w3.org/ns/oa#${name}`;
const link = (id: string) => ({ '@id': id, '@type': '@id' });
const typed = (id: string, type: string) => ({
  '@id': id,
  '@type': `http://www.w3.org/2001/XMLSchema#${type}`,
});
const time = (id: string) => typed(id, 'dateTime');
const count = (id: string) => typed(id, 'nonNegativeInteger');
const fromVocabulary = (id: string) => ({ '@id': id, '@type': '@vocab' });

/** The terms of the W3C Web Annotation Vocabulary that the export uses, and what each stands for. */
export const ANNOTATION_TERMS = {
  id: '@id',
  type: '@type',
  Annotation: oa('Annotation'),
  AnnotationCollection: 'http://www.w3.org/ns/activitystreams#OrderedCollection',
  AnnotationPage: 'http://www.w3.org/ns/activitystreams#OrderedCollectionPage',
  SpecificResource: oa('SpecificResource'),
  TextualBody: oa('TextualBody'),
  TextQuoteSelector: oa('TextQuoteSelector'),
  TextPositionSelector: oa('TextPositionSelector'),
  Text: 'http://purl.org/dc/dcmitype/Text',
  bookmarking: oa('bookmarking'),
  commenting: oa('commenting'),
  describing: oa('describing'),
  highlighting: oa('highlighting'),
  linking: oa('linking'),
  tagging: oa('tagging'),
  body: link(oa('hasBody')),
  target: link(oa('hasTarget')),
  source: link(oa('hasSource')),
  selector: link(oa('hasSelector')),
  motivation: fromVocabulary(oa('motivatedBy')),
  purpose: fromVocabulary(oa('hasPurpose')),
  items: {
    '@id': 'http://www.w3.org/ns/activitystreams#items',
    '@type': '@id',
    '@container': '@list',
  },
  partOf: link('http://www.w3.org/ns/activitystreams#partOf'),
  first: link('http://www.w3.org/ns/activitystreams#first'),
  total: count('http://www.w3.org/ns/activitystreams#totalItems'),
  startIndex: count('http://www.w3.org/ns/activitystreams#startIndex'),
  format: 'http://purl.org/dc/elements/1.1/format',
  language: 'http://purl.org/dc/elements/1.1/language',
  created: time('http://purl.org/dc/terms/created'),
  modified: time('http://purl.org/dc/terms/modified'),
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
  start: count(oa('start')),
  end: count(oa('end')),
  exact: oa('exact'),
  prefix: oa('prefix'),
  suffix: oa('suffix'),
};
