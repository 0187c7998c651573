import type { PageRecord, PassageRecord } from '../model.ts';
import { isReachable, type Outgoing } from './lines.ts';
import { listParts } from './parts.ts';

/** The context of the W3C Web Annotation Data Model, by name: readers of the format hold it. */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** Names of ours, for what the model has no word for. */
const OWN_TERMS = { parallax: 'urn:x-parallax:' };

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The text with U+FFFD where half a character stands: what has no UTF-8 cannot be in an IRI. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** An IRI for a record; ids made here are UUIDs. */
const iriOf = (id: string): string =>
  UUID.test(id)
    ? `urn:uuid:${id.toLowerCase()}`
    : `urn:x-parallax:record:${encodeURIComponent(wellFormed(id))}`;

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

/**
 * The address as an IRI (RFC 3987): what the browser takes but an IRI may not hold is written as
 * percent signs. Where that makes it another text, the annotation names the address itself too.
 */
export function iriOfAddress(address: string): string {
  const href = isReachable(address) && URL.canParse(address) ? new URL(address).href : address;
  const hash = href.indexOf('#');
  return href.replace(/^[a-z]+:\/\/[^/?#]*|[\s"<>\\^`{|}[\]]|#/gi, (found, at: number) =>
    at === 0 || at === hash ? found : encodeURIComponent(found),
  );
}

/** A tag as BCP 47 writes it, for the fields of an annotation; nothing where the page gave no such tag. */
function languageIn(tag: string | null): { readonly language?: string } {
  try {
    const [language] = tag === null ? [] : Intl.getCanonicalLocales(tag.replaceAll('_', '-'));
    return language === undefined ? {} : { language };
  } catch {
    return {};
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
      : [
          body('linking', original.text, {
            format: 'text/plain',
            ...languageIn(original.language),
          }),
        ]),
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
  const iri = iriOfAddress(address);
  const resource = {
    id: iri,
    type: 'Text',
    format: 'text/html',
    ...(page.title === '' ? {} : { label: page.title }),
    ...languageIn(page.language),
  };
  return {
    id: iriOf(record.id),
    type: 'Annotation',
    motivation: selector === null ? 'bookmarking' : 'highlighting',
    created: record.savedAt,
    modified: modifiedOf(record),
    'parallax:status': record.status,
    ...(iri === address ? {} : { 'parallax:address': address }),
    ...(match === null ? {} : { 'parallax:item': match.item, 'parallax:degree': match.degree }),
    ...(bodies.length === 0 ? {} : { body: bodies }),
    // A page as a whole is a resource of the web; a part of it is a specific one.
    target:
      selector === null
        ? resource
        : {
            type: 'SpecificResource',
            source: resource,
            selector: [
              {
                type: 'TextQuoteSelector',
                exact: selector.exact,
                prefix: selector.prefix,
                suffix: selector.suffix,
              },
              { type: 'TextPositionSelector', start: selector.start, end: selector.end },
            ],
          },
  };
}

function* annotationsOf(pages: Outgoing): Generator<object> {
  for (const { page, passages } of pages) {
    if (page.isEntry) yield annotation(page, page);
    for (const passage of passages) yield annotation(passage, page);
  }
}

/** Writes a list as a collection of the W3C Web Annotation Data Model (JSON-LD), part by part. */
export function* annotationParts(pages: Outgoing, label: string): Generator<string> {
  const total = pages.reduce(
    (sum, { page, passages }) => sum + Number(page.isEntry) + passages.length,
    0,
  );
  const head = {
    '@context': [ANNOTATION_CONTEXT, OWN_TERMS],
    id: 'urn:x-parallax:reading-list',
    type: 'AnnotationCollection',
    label,
    total,
    first: {
      id: 'urn:x-parallax:reading-list:1',
      type: 'AnnotationPage',
      partOf: 'urn:x-parallax:reading-list',
      startIndex: 0,
    },
  };
  yield `${JSON.stringify(head, null, 2).slice(0, -'\n  }\n}'.length)},\n    "items": `;
  yield* listParts(annotationsOf(pages), '    ');
  yield '\n  }\n}';
}
