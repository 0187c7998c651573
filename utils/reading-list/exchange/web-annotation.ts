import type { PageRecord, PassageRecord } from '../model.ts';
import { isReachable, type Outgoing } from './lines.ts';

/** The context of the W3C Web Annotation Data Model, by name: readers of the format hold it. */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** Names of ours, for what the model has no word for. */
const OWN_TERMS = { parallax: 'urn:x-parallax:' };

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** An IRI for a record; ids made here are UUIDs. */
const iriOf = (id: string): string =>
  UUID.test(id)
    ? `urn:uuid:${id.toLowerCase()}`
    : `urn:x-parallax:record:${encodeURIComponent(id)}`;

/** The id of a record that `iriOf` named, or null for another's. */
export function idOfIri(iri: string): string | null {
  const [, uuid] = /^urn:uuid:(.+)$/i.exec(iri) ?? [];
  if (uuid !== undefined && UUID.test(uuid)) return uuid;
  const [, encoded] = /^urn:x-parallax:record:(.+)$/.exec(iri) ?? [];
  try {
    return encoded === undefined ? null : decodeURIComponent(encoded);
  } catch {
    return null;
  }
}

const body = (purpose: string, value: string, more: object = {}) => ({
  type: 'TextualBody',
  purpose,
  value,
  ...more,
});

function bodiesOf(record: PageRecord | PassageRecord): object[] {
  const match = 'match' in record ? record.match : null;
  const original = match?.original ?? null;
  return [
    ...(record.note === '' ? [] : [body('commenting', record.note, { format: 'text/markdown' })]),
    ...record.tags.map((tag) => body('tagging', tag)),
    ...(original === null
      ? []
      : [body('linking', original.text, { format: 'text/plain', language: original.language })]),
    ...(match === null ? [] : [body('describing', `${match.title}. ${match.attribution}`)]),
  ];
}

const modifiedOf = ({ savedAt, edited }: PageRecord | PassageRecord): string =>
  [savedAt, ...Object.values(edited)].sort().at(-1) ?? savedAt;

function annotation(record: PageRecord | PassageRecord, page: PageRecord): object {
  const bodies = bodiesOf(record);
  const selector = 'selector' in record ? record.selector : null;
  const match = 'match' in record ? record.match : null;
  const address = 'source' in record ? record.source : page.address;
  return {
    id: iriOf(record.id),
    type: 'Annotation',
    motivation: selector === null ? 'bookmarking' : 'highlighting',
    created: record.savedAt,
    modified: modifiedOf(record),
    'parallax:status': record.status,
    ...(match === null ? {} : { 'parallax:item': match.item, 'parallax:degree': match.degree }),
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target: {
      type: 'SpecificResource',
      source: {
        id: isReachable(address) ? new URL(address).href : address,
        type: 'Text',
        format: 'text/html',
        ...(page.title === '' ? {} : { label: page.title }),
        ...(page.language === null ? {} : { language: page.language }),
      },
      ...(selector === null
        ? {}
        : {
            selector: [
              {
                type: 'TextQuoteSelector',
                exact: selector.exact,
                prefix: selector.prefix,
                suffix: selector.suffix,
              },
              { type: 'TextPositionSelector', start: selector.start, end: selector.end },
            ],
          }),
    },
  };
}

/** Writes a list as a collection of the W3C Web Annotation Data Model (JSON-LD). */
export function writeAnnotations(pages: Outgoing, label: string): string {
  const items = pages.flatMap(({ page, passages }) => [
    ...(page.isEntry ? [annotation(page, page)] : []),
    ...passages.map((passage) => annotation(passage, page)),
  ]);
  return JSON.stringify(
    {
      '@context': [ANNOTATION_CONTEXT, OWN_TERMS],
      id: 'urn:x-parallax:reading-list',
      type: 'AnnotationCollection',
      label,
      total: items.length,
      first: {
        id: 'urn:x-parallax:reading-list:1',
        type: 'AnnotationPage',
        partOf: 'urn:x-parallax:reading-list',
        startIndex: 0,
        items,
      },
    },
    null,
    2,
  );
}
