import type { Image } from '../images.ts';
import type { PageRecord, PassageRecord } from '../model.ts';
import { FIELDS } from './join.ts';

/** What becomes of a record; `kept` where one that cannot be read has the same id and stays. */
export type Verdict = 'added' | 'changed' | 'unchanged' | 'removed' | 'kept';

/** One record of the preview. */
export interface Sample {
  readonly id: string;
  readonly verdict: Verdict;
  /** The passage's words or the page's title, shortened. */
  readonly name: string;
  /** Note, tags and status that become others. */
  readonly fields: readonly {
    readonly field: (typeof FIELDS)[number];
    readonly before: string;
    readonly after: string;
  }[];
}

/** What an import did or would do, in records. */
export type MergeReport = { readonly [Each in Verdict]: number } & {
  /** Records of which the list's own note, tags or status stand, being later than other ones of the file. */
  readonly outdone: number;
  /** The first of each verdict but `unchanged`. */
  readonly samples: readonly Sample[];
  /** Every record before and after, to take the import back. */
  readonly images: Image[];
};

const MOST_SAMPLES = 50;
const LONGEST = 160;

const shorten = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;

/** An empty report, and the functions that tell it what became of a record. */
export function createReport() {
  const counts = { added: 0, changed: 0, unchanged: 0, removed: 0, kept: 0, outdone: 0 };
  const samples: Sample[] = [];
  const report = Object.assign(counts, { samples, images: [] as Image[] });
  const tell = (
    verdict: Verdict,
    store: Image['store'],
    after: PageRecord | PassageRecord,
    before: PageRecord | PassageRecord | null,
  ): void => {
    counts[verdict] += 1;
    // A page that comes along for its passages is not worth a line.
    const isCarrier = store === 'pages' && 'isEntry' in after && !after.isEntry;
    if (verdict === 'unchanged' || isCarrier || counts[verdict] > MOST_SAMPLES) return;
    const fields =
      before === null || verdict === 'removed'
        ? []
        : FIELDS.filter((field) => String(before[field]) !== String(after[field])).map((field) => ({
            field,
            before: shorten(String(before[field])),
            after: shorten(String(after[field])),
          }));
    const name = 'selector' in after ? after.selector.exact : after.title || after.address;
    samples.push({ id: after.id, verdict, name: shorten(name), fields });
  };
  const tellOutdone = (incoming: PageRecord | PassageRecord, after: typeof incoming): void => {
    const isOutdone = FIELDS.some(
      (field) =>
        incoming.edited[field] !== undefined && String(incoming[field]) !== String(after[field]),
    );
    if (isOutdone) counts.outdone += 1;
  };
  return { report: report as MergeReport, tell, tellOutdone };
}
