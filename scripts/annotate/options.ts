import { parseArgs } from 'node:util';
import type { Sensitivity } from '../../utils/match/types.ts';

export type Format = 'json' | 'table' | 'jsonl';

export interface AnnotateOptions {
  readonly format: Format;
  readonly sensitivity: Sensitivity;
  /** Index file or pack folder; null for the bundled pack. */
  readonly pack: string | null;
  /** Match texts that are not about the pack's subject too. */
  readonly ungated: boolean;
  /** Files; `-` is standard input. */
  readonly inputs: readonly string[];
}

export const USAGE = `usage: npm run --silent annotate -- [options] FILE…|-
  --format json|table|jsonl   what to print (table); with jsonl each input line is {"id", "text"}
  --sensitivity LEVEL         quotations, balanced (default) or broad
  --pack PLACE                an index file (.plx) or the folder of a pack
  --ungated                   match texts that do not name the pack's parties, too`;

/** Reads the command line. Throws an `Error` that says what is wrong. */
export function readOptions(args: readonly string[]): AnnotateOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'table' },
      sensitivity: { type: 'string', default: 'balanced' },
      pack: { type: 'string' },
      ungated: { type: 'boolean', default: false },
    },
  });
  const { format, sensitivity } = values;
  if (format !== 'json' && format !== 'table' && format !== 'jsonl')
    throw new Error(`--format is "${format}": it takes json, table or jsonl`);
  if (sensitivity !== 'quotations' && sensitivity !== 'balanced' && sensitivity !== 'broad')
    throw new Error(`--sensitivity is "${sensitivity}": it takes quotations, balanced or broad`);
  return {
    format,
    sensitivity,
    pack: values.pack ?? null,
    ungated: values.ungated,
    inputs: positionals.length > 0 ? positionals : ['-'],
  };
}
