import type { Fault, FaultCode, FaultField, RecordFault } from '../reading-list/fault.ts';
import type { RecordKind } from '../reading-list/model.ts';
import type { Translate } from './translate.ts';

/** Each code has a text, each field a name, and each kind of record two ways of being named. */
export type FaultTextKey =
  | `fault.${FaultCode}`
  | `field.${FaultField}`
  | `fault.in.${RecordKind | `${RecordKind}.named` | 'entry'}`;

/** What is wrong, in the reader's language, as a part of a sentence. */
export function faultText({ code, field, limit }: Fault, t: Translate<FaultTextKey>): string {
  return t(`fault.${code}`, {
    ...(field !== undefined && { field: t(`field.${field}`) }),
    ...(limit !== undefined && { count: limit }),
  });
}

/** The same with whose fault it is: the entry of the file, or the record by its id. */
export function recordFaultText(fault: RecordFault, t: Translate<FaultTextKey>): string {
  const { kind, id, entry } = fault;
  const what = faultText(fault, t);
  if (entry !== undefined) return t('fault.in.entry', { entry, what });
  return id === null ? t(`fault.in.${kind}`, { what }) : t(`fault.in.${kind}.named`, { id, what });
}
