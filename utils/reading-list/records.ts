import type { PageDescription, PassageToSave } from '../messages.ts';
import { knownForms } from './address.ts';
import { type PageRecord, type PassageRecord, SCHEMA } from './model.ts';

/** Longest line kept of what a page says of itself, in UTF-16 units. */
const LONGEST_LINE = 2_000;
/** Context kept on each side of a passage, in UTF-16 units. */
const LONGEST_CONTEXT = 200;

const clip = (text: string | null): string | null => text?.slice(0, LONGEST_LINE) ?? null;

const fresh = { note: '', tags: [], status: 'to-read', edited: {}, deletedAt: null } as const;

/** The record of a page that was not in the list before. */
export function newPage(
  page: PageDescription,
  { id, savedAt, isEntry }: Pick<PageRecord, 'id' | 'savedAt' | 'isEntry'>,
): PageRecord {
  return {
    schema: SCHEMA,
    id,
    savedAt,
    isEntry,
    ...fresh,
    address: page.address,
    forms: knownForms(page.address, page.canonicalAddress),
    title: page.title.slice(0, LONGEST_LINE),
    site: clip(page.site),
    author: clip(page.author),
    published: clip(page.published),
    language: page.language,
  };
}

/** A known page after it was met again: what was missing is filled in, nothing is replaced. */
export function metAgain(known: PageRecord, page: PageDescription, isEntry: boolean): PageRecord {
  const forms = knownForms(page.address, page.canonicalAddress);
  return {
    ...known,
    forms: [...new Set([...known.forms, ...forms])].slice(0, 20),
    title: known.title || page.title.slice(0, LONGEST_LINE),
    site: known.site ?? clip(page.site),
    author: known.author ?? clip(page.author),
    published: known.published ?? clip(page.published),
    language: known.language ?? page.language,
    isEntry: isEntry || (known.isEntry && known.deletedAt === null),
    deletedAt: null,
  };
}

/** The record of a passage that was not in the list before. */
export function newPassage(
  { page, selector, language, match }: PassageToSave,
  { id, savedAt, page: pageId }: Pick<PassageRecord, 'id' | 'savedAt' | 'page'>,
): PassageRecord {
  return {
    schema: SCHEMA,
    id,
    savedAt,
    page: pageId,
    ...fresh,
    source: page.address,
    selector: {
      exact: selector.exact,
      prefix: selector.prefix.slice(-LONGEST_CONTEXT),
      suffix: selector.suffix.slice(0, LONGEST_CONTEXT),
      start: selector.start,
      end: selector.end,
    },
    language,
    match: match && {
      ...match,
      title: match.title.slice(0, LONGEST_LINE),
      attribution: match.attribution.slice(0, LONGEST_LINE),
    },
  };
}

/**
 * Whether two passages of one page are the same: the same words at the same place, or in the same
 * surroundings (the page's text may have grown above them).
 */
export function isSamePassage(a: PassageRecord['selector'], b: PassageRecord['selector']): boolean {
  if (a.exact !== b.exact) return false;
  if (a.start === b.start) return true;
  return (
    a.prefix + a.suffix !== '' &&
    a.prefix.slice(-LONGEST_CONTEXT) === b.prefix.slice(-LONGEST_CONTEXT) &&
    a.suffix.slice(0, LONGEST_CONTEXT) === b.suffix.slice(0, LONGEST_CONTEXT)
  );
}
