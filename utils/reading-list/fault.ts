import * as v from 'valibot';
import type { RecordKind } from './model.ts';

/** What can be wrong with a record; each has its text in every language (`faultText`). */
export const FAULT_CODES = [
  'no-record',
  'newer',
  'missing',
  'kind',
  'empty',
  'too-long',
  'too-many',
  'address',
  'time',
  'choice',
  'number',
  'no-page',
  'no-highlight',
  'cut-off',
  'malformed',
  'elsewhere',
  'taken',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** Fields of pages and passages that can be at fault, by their path; each has its name in every language. */
export const FAULT_FIELDS = [
  ...(['schema', 'id', 'note', 'tags', 'status', 'savedAt', 'deletedAt'] as const),
  ...(['edited', 'edited.note', 'edited.tags', 'edited.status'] as const),
  ...(['address', 'forms', 'title', 'site', 'author', 'published', 'language', 'isEntry'] as const),
  ...(['page', 'source', 'selector', 'selector.exact', 'selector.prefix'] as const),
  ...(['selector.suffix', 'selector.start', 'selector.end'] as const),
  ...(['match', 'match.item', 'match.kind', 'match.degree', 'match.topic', 'match.title'] as const),
  ...(['match.original', 'match.original.text', 'match.original.language'] as const),
  ...(['match.attribution', 'match.pack', 'match.packVersion'] as const),
] as const;
export type FaultField = (typeof FAULT_FIELDS)[number];

/** What is wrong, for the reader: a code with values. Plain data, so it can cross contexts. */
export interface Fault {
  readonly code: FaultCode;
  /** With every code that is about a field. */
  readonly field?: FaultField;
  /** The most that fits: characters with `too-long`, entries with `too-many`. */
  readonly limit?: number;
}

/** A fault, and whose it is. */
export interface RecordFault extends Fault {
  readonly kind: RecordKind;
  /** As the file or the list has it, shortened, without controls; null where there is none. */
  readonly id: string | null;
  /** Which entry of another program's file it is, counted from 1. */
  readonly entry?: number;
}

/** Most characters of an id that is shown. */
const LONGEST_ID = 60;

/** An id to be shown: it may come from anywhere, so marks that turn or hide text are taken out. */
export function idToShow(id: string): string {
  const start = id
    .slice(0, LONGEST_ID * 2)
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029]/gu, '');
  return [...start].slice(0, LONGEST_ID).join('');
}

/** The fault behind the first issue of a schema. */
export function faultOf(issue: v.BaseIssue<unknown>): Fault {
  const path = v.getDotPath(issue)?.replace(/\.\d+(?=\.|$)/g, '');
  const field = FAULT_FIELDS.find((each) => each === path);
  if (field === undefined) return { code: 'no-record' };
  const code = codeOf(issue);
  const { requirement } = issue;
  const isLimit = code === 'too-long' || code === 'too-many';
  return { code, field, ...(isLimit && typeof requirement === 'number' && { limit: requirement }) };
}

function codeOf({ type, input }: v.BaseIssue<unknown>): FaultCode {
  switch (type) {
    case 'max_length':
      return Array.isArray(input) ? 'too-many' : 'too-long';
    case 'min_length':
      return 'empty';
    case 'check':
      return 'address';
    case 'iso_timestamp':
      return 'time';
    case 'safe_integer':
    case 'min_value':
      return 'number';
    default:
      if (input === undefined) return 'missing';
      return type === 'picklist' || type === 'literal' ? 'choice' : 'kind';
  }
}
