import { type Listing, sift } from '../listing.ts';
import type { PageRecord, PassageRecord, Unreadable } from '../model.ts';
import { parsePage, parsePassage } from '../parse.ts';

const FORMAT = 'parallax-reading-list';
const VERSION = 1;

/** The file that holds a whole list: every record as it is stored, and the raw unreadable ones. */
interface ExportFile {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  readonly pages: readonly PageRecord[];
  readonly passages: readonly PassageRecord[];
  readonly unreadable: readonly Unreadable[];
}

/** Writes a list as JSON, without loss: `readJson` gives the same records back. */
export function writeJson({ pages, unreadable }: Listing, exportedAt: Date): string {
  const file: ExportFile = {
    format: FORMAT,
    version: VERSION,
    exportedAt: exportedAt.toISOString(),
    pages: pages.map(({ page }) => page),
    passages: pages.flatMap(({ passages }) => passages),
    unreadable,
  };
  return JSON.stringify(file, null, 2);
}

/** What a file holds, or why it cannot be taken. */
export type Incoming =
  | {
      readonly ok: true;
      readonly pages: readonly PageRecord[];
      readonly passages: readonly PassageRecord[];
      /** Records of the file that are left out, each with its reason. */
      readonly refused: readonly Unreadable[];
    }
  | { readonly ok: false; readonly message: string; readonly remedy: string };

const REMEDY = 'Choose a JSON file that this extension has exported.';

/** Reads a file that `writeJson` wrote. Never throws; records that do not parse are left out and named. */
export function readJson(text: string): Incoming {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { ok: false, message: 'The file is not whole JSON.', remedy: REMEDY };
  }
  const { format, version, pages, passages } = (
    typeof file === 'object' && file !== null ? file : {}
  ) as Record<string, unknown>;
  if (format !== FORMAT || !Array.isArray(pages) || !Array.isArray(passages)) {
    return { ok: false, message: 'The file is not a reading list.', remedy: REMEDY };
  }
  if (version !== VERSION) {
    return {
      ok: false,
      message: `The file was written in version ${String(version).slice(0, 20)} of the format.`,
      remedy: 'Update the extension and import again.',
    };
  }
  const refused: Unreadable[] = [];
  return {
    ok: true,
    pages: sift('page', pages, parsePage, refused),
    passages: sift('passage', passages, parsePassage, refused),
    refused,
  };
}
