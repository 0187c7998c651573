import type { MatchedItem, PassageSelector } from '../messages.ts';
import type { RecordFault } from './fault.ts';

export type { MatchedItem };

/** Version of the records' shape; rises with every change that older programs could not read. */
export const SCHEMA = 1;

export const STATUSES = ['to-read', 'reading', 'done'] as const;
export type Status = (typeof STATUSES)[number];

/** Most characters of a note, of a tag, and most tags of a record. */
export const LONGEST_NOTE = 100_000;
export const LONGEST_TAG = 100;
export const MOST_TAGS = 100;

/** What a reader can change on a record. */
export interface Annotations {
  /** Markdown. */
  readonly note: string;
  readonly tags: readonly string[];
  readonly status: Status;
}

interface RecordBase extends Annotations {
  readonly schema: typeof SCHEMA;
  /** Never reused; a UUID where it was made here. */
  readonly id: string;
  /** All times are ISO 8601 in UTC. */
  readonly savedAt: string;
  /** When the reader last changed each field; what was never changed is missing. */
  readonly edited: { readonly [Field in keyof Annotations]?: string };
  /** Set while a deletion can be undone; the record is removed for good later. */
  readonly deletedAt: string | null;
}

/** A page that was saved, or from which a passage was saved. */
export interface PageRecord extends RecordBase {
  /** The address as the reader had it. */
  readonly address: string;
  /** Canonical forms under which the page is known; the first is that of `address`. */
  readonly forms: readonly string[];
  readonly title: string;
  readonly site: string | null;
  readonly author: string | null;
  /** ISO date or date-time, as the page gave it. */
  readonly published: string | null;
  /** BCP 47 tag, as the page gave it. */
  readonly language: string | null;
  /** Whether the page itself was saved. One that is here for its passages leaves with the last. */
  readonly isEntry: boolean;
}

/** A passage of a page. */
export interface PassageRecord extends RecordBase {
  /** Id of its page. */
  readonly page: string;
  /** Address of its page, so that a passage is whole where its page's record is not. */
  readonly source: string;
  readonly selector: PassageSelector;
  /** BCP 47 tag, or null where unknown. */
  readonly language: string | null;
  readonly match: MatchedItem | null;
}

export type RecordKind = 'page' | 'passage';

/** A record that could not be read. It stays as it is. */
export interface Unreadable {
  readonly kind: RecordKind;
  /** Names the record, the field and the fault, in English: for files. */
  readonly message: string;
  /** The same for the reader. */
  readonly fault: RecordFault;
  readonly raw: unknown;
}

/** A page with its passages in the order of the page. */
export interface ListedPage {
  readonly page: PageRecord;
  readonly passages: readonly PassageRecord[];
}

/** Tags without blanks around them, without empty ones and repetitions, in their order. */
export function tidyTags(tags: readonly string[]): string[] {
  const tidy = tags.map((tag) => tag.trim().replace(/\s+/g, ' ').slice(0, LONGEST_TAG));
  return [...new Set(tidy.filter((tag) => tag !== ''))].slice(0, MOST_TAGS);
}
