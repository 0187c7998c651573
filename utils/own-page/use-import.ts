import { useRef, useState } from 'preact/hooks';
import type { ImportState, TransferActions } from '../../components/reading-list/types.ts';
import { problemLine } from '../i18n/problem-text.ts';
import type { Translate } from '../i18n/translate.ts';
import type { TextKey } from '../i18n.ts';
import type { Incoming } from '../reading-list/exchange/incoming.ts';
import { type MergeMode, mergeRecords, planMerge } from '../reading-list/exchange/merge.ts';
import { readFile } from '../reading-list/exchange/read-file.ts';
import type { MergeReport } from '../reading-list/exchange/report.ts';
import type { ReadingListStore } from '../reading-list/store.ts';
import { storeErrorOf } from '../reading-list/store-error.ts';
import { byHundredths } from './by-hundredths.ts';
import { problemOf } from './problem-of.ts';

/** How much of the time before the preview reading takes; comparing with the list is the rest. */
const READ = 0.7;

interface Options {
  readonly withStore: <T>(task: (store: ReadingListStore) => Promise<T>) => Promise<T>;
  /** Called once an import is on disk. */
  readonly done: (report: MergeReport, leftOut: number) => void;
  readonly cancelled: () => void;
  readonly t: Translate<TextKey>;
}

/** Brings files in: reads, shows what would change, and changes it once the reader says so. */
export function useImport({ withStore, done, cancelled, t }: Options): Omit<
  TransferActions,
  'exportAs' | 'exporting' | 'cancelExport' | 'importFile'
> & {
  importFile(file: Blob, name: string): void;
} {
  const [importing, setImporting] = useState<ImportState | null>(null);
  const incoming = useRef<Incoming | null>(null);
  const running = useRef(new AbortController());

  const now = (): string => new Date().toISOString();

  /** Runs a step; where the reader cancelled nothing is said, where it failed the reader is told. */
  async function step(name: string, task: (signal: AbortSignal) => Promise<void>): Promise<void> {
    running.current = new AbortController();
    const { signal } = running.current;
    try {
      await task(signal);
    } catch (error) {
      if (signal.aborted) return;
      const message = problemLine(problemOf(storeErrorOf(error)), t);
      setImporting({ step: 'refused', name, message });
    }
  }

  async function preview(
    name: string,
    mode: MergeMode,
    signal: AbortSignal,
    progress?: (done: number, of: number) => void,
  ): Promise<void> {
    const file = incoming.current;
    if (file === null) return;
    const options = { mode, at: now(), signal, ...(progress && { progress }) };
    const report = await withStore((store) => store.look((tx) => planMerge(tx, file, options)));
    signal.throwIfAborted();
    const { refused, without } = file;
    setImporting({ step: 'preview', name, mode, report, refused, without });
  }

  return {
    importing,
    importFile(file, name) {
      setImporting({ step: 'reading', name, part: 0 });
      void step(name, async (signal) => {
        const sources = { now: () => new Date(), newId: () => crypto.randomUUID() };
        const reading = byHundredths(signal, (part) =>
          setImporting({ step: 'reading', name, part }),
        );
        const progress = (part: number): void => reading(part * READ);
        const read = await readFile(file, sources, { signal, progress });
        signal.throwIfAborted();
        if (!read.ok) {
          setImporting({ step: 'refused', name, message: t(`import.${read.reason}`) });
          return;
        }
        incoming.current = read;
        await preview(name, 'merge', signal, (done, of) =>
          reading(READ + (done / Math.max(1, of)) * (1 - READ)),
        );
      });
    },
    setMode(mode) {
      if (importing?.step !== 'preview') return;
      const { name } = importing;
      void step(name, (signal) => preview(name, mode, signal));
    },
    confirm() {
      const file = incoming.current;
      if (importing?.step !== 'preview' || file === null) return;
      const { name, mode } = importing;
      setImporting({ step: 'writing', name, done: 0, of: 1 });
      void step(name, async (signal) => {
        const writing = byHundredths(signal, (part) =>
          setImporting({ step: 'writing', name, done: part, of: 1 }),
        );
        const progress = (count: number, of: number): void => writing(count / Math.max(1, of));
        const options = { mode, at: now(), signal, progress };
        const report = await withStore((store) =>
          store.change((tx) => mergeRecords(tx, file, options)),
        );
        incoming.current = null;
        setImporting(null);
        done(report, file.refused.length + report.kept);
      });
    },
    cancel() {
      running.current.abort();
      incoming.current = null;
      if (importing?.step === 'writing') cancelled();
      setImporting(null);
    },
  };
}
