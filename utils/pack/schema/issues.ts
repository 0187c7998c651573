import type * as v from 'valibot';

/** What a schema found wrong, in words for somebody who edits YAML. */
export interface IssueText {
  readonly message: string;
  readonly remedy: string;
}

const REMEDY_MISSING = 'Add it; docs/packs.md says what it holds';

/** Says in plain words what is wrong at the end of `path`. */
export function describeIssue(
  issue: v.BaseIssue<unknown>,
  path: readonly (string | number)[],
): IssueText {
  const field = fieldName(path);
  if (issue.expected === 'never')
    return { message: `unknown field ${field}`, remedy: 'Correct its name or take it out' };
  if (issue.input === undefined)
    return { message: `the field ${field} is missing`, remedy: REMEDY_MISSING };
  if (issue.type === 'max_length')
    return {
      message: `${field} has ${lengthOf(issue.input)} characters; at most ${String(issue.requirement)} fit`,
      remedy: 'Shorten it',
    };
  if (issue.type === 'min_length') return { message: `${field} is empty`, remedy: REMEDY_MISSING };
  if (issue.type === 'picklist')
    return {
      message: `${field} is ${issue.received}`,
      remedy: `Write one of ${issue.expected ?? ''}`,
    };
  if (Number.isNaN(issue.input))
    return { message: `${field} is not a number`, remedy: 'Write it in digits' };
  if (issue.kind === 'schema')
    return {
      message: `${field} has a wrong type: ${TYPE_NAMES[typeOf(issue.input)] ?? 'a value'} where ${expectedName(issue)} belongs`,
      remedy: issue.expected === 'string' ? 'Put the text in double quotes' : 'Correct its shape',
    };
  return { message: `${field}: ${issue.message}`, remedy: 'Correct the value' };
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  null: 'nothing',
  object: 'a group of fields',
};

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function expectedName(issue: v.BaseIssue<unknown>): string {
  const expected = issue.expected ?? 'another value';
  const kinds = expected.replace(/^\(|\)$/g, '').split(' | ');
  return kinds.map((kind) => TYPE_NAMES[kind.toLowerCase()] ?? kind).join(' or ');
}

function fieldName(path: readonly (string | number)[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  if (typeof last === 'string') return `"${last}"`;
  const list = path.findLast((step) => typeof step === 'string');
  return `entry ${last + 1} of "${list ?? ''}"`;
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : 0;
}
