/** One thing that is wrong with a pack: where it stands, what it is, and what to do about it. */
export interface Fault {
  /** File inside the pack, with `/` between folders. */
  readonly file: string;
  /** Line in that file, counted from 1. */
  readonly line: number;
  /** Id of the item concerned; null where the file as a whole is meant. */
  readonly item: string | null;
  readonly message: string;
  readonly remedy: string;
}

/** Writes a fault as one line: `file:line item: message. Remedy`. */
export function formatFault(fault: Fault): string {
  const item = fault.item === null ? '' : ` ${fault.item}:`;
  return `${fault.file}:${fault.line}${item} ${fault.message}. ${fault.remedy}.`;
}

/** Puts faults in the order of files and lines, in which somebody mends them. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
