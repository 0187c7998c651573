import {
  addressOf,
  type Fields,
  membersOf,
  omissionsOf,
  partOf,
  selectorsIn,
  typesOf,
} from './annotation-fields.ts';
import { listIn, textIn } from './drafts.ts';
import { wordsOfHtml } from './html-words.ts';
import type { Omission } from './incoming.ts';
import { isReachable } from './lines.ts';

/** What the bodies of an annotation say, and what of them cannot be kept. */
interface Said {
  readonly notes: readonly string[];
  readonly tags: readonly string[];
  readonly without: readonly Omission[];
}

/** Names of things that are no web pages but can be looked up. */
const NAME_OF_A_THING = /^(?:urn|doi|info|mailto):\S+$/i;
const ANY_IRI = /^[a-z][a-z0-9+.-]*:\S*$/i;
/** Most characters of an address in a note: longer ones hold data, not a place. */
const LONGEST_ADDRESS = 2000;

/**
 * Reads the bodies: texts become the note or tags, as their purpose says (a body without one has the
 * annotation's); a body that lies elsewhere on the web becomes its address in the note. Of a choice
 * the first text counts, as the model says, or else the first address; of other sets every member.
 */
export function bodiesOf(annotation: Fields): Said {
  const said = listIn(annotation.body)
    .filter((body) => !isOfItem(body, annotation))
    .map((body) => saidBy(body, annotation.motivation));
  return {
    notes: [
      ...listIn(annotation.bodyValue).map(textIn),
      ...said.flatMap(({ notes }) => notes),
    ].filter((note) => note.trim() !== ''),
    tags: said.flatMap(({ tags }) => tags),
    without: said.flatMap(({ without }) => without),
  };
}

/** Bodies that our own export makes of the matched item: they are no words of the reader. */
function isOfItem(body: unknown, annotation: Fields): boolean {
  const { purpose } = partOf(body);
  return 'parallax:status' in annotation && (purpose === 'describing' || purpose === 'linking');
}

function saidBy(body: unknown, motivation: unknown, depth = 0): Said {
  const part = partOf(body);
  if (!Array.isArray(part.items) || depth > 5) return saidByOne(body, motivation);
  const members = membersOf(body).map((each) => saidBy(each, motivation, depth + 1));
  if (!typesOf(part).includes('Choice')) {
    return {
      notes: members.flatMap(({ notes }) => notes),
      tags: members.flatMap(({ tags }) => tags),
      without: members.flatMap(({ without }) => without),
    };
  }
  const first =
    members.find((_, at) => textOf(partOf(listIn(part.items)[at])) !== '') ??
    members.find(({ notes, tags }) => notes.length + tags.length > 0);
  if (members.length < 2) return members[0] ?? { notes: [], tags: [], without: ['content'] };
  return {
    ...{ notes: [], tags: [], ...first },
    without: [...(first?.without ?? ['content']), 'choice'],
  };
}

const textOf = (part: Fields): string => {
  const text = listIn(part.value).map(textIn).join('\n').trim();
  return listIn(part.format).includes('text/html') ? wordsOfHtml(text) : text;
};

function saidByOne(body: unknown, motivation: unknown): Said {
  const part = partOf(body);
  const isTag = listIn(part.purpose ?? motivation).includes('tagging');
  const selectors = selectorsIn(part.selector);
  const text = textOf(part);
  const quoted = textIn(
    selectors.find((each) => typesOf(each).includes('TextQuoteSelector'))?.exact,
  );
  const isPlaced = selectors.every((each) => typesOf(each).includes('FragmentSelector'));
  const place = quoted === '' && !isPlaced ? (['place'] as const) : [];
  const without: Omission[] = [...omissionsOf(part), ...omissionsOf(partOf(part.source)), ...place];
  if (text !== '') {
    return isTag ? { notes: [], tags: [text], without } : { notes: [text], tags: [], without };
  }
  const label = textIn(listIn(part.label ?? partOf(part.source).label)[0]).trim();
  if (isTag && label !== '') return { notes: [], tags: [label], without };
  const address = wordsOfIri(addressOf(body, selectors));
  if (address === null) return { notes: [], tags: [], without: [...without, 'content'] };
  const note = [label, quoted === '' ? '' : `“${quoted}”`, address].filter((each) => each !== '');
  return { notes: [note.join(' ')], tags: [], without };
}

/** What a note says of a body elsewhere: a link for a page, a name for a thing, a text as it is; or null. */
function wordsOfIri(iri: string): string | null {
  if (iri.trim() === '' || iri.length > LONGEST_ADDRESS) return null;
  if (isReachable(iri) && URL.canParse(iri)) return `<${new URL(iri).href}>`;
  return NAME_OF_A_THING.test(iri) || !ANY_IRI.test(iri) ? iri : null;
}
