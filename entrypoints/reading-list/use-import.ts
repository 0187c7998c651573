import { useRef, useState } from 'preact/hooks';
import type { ImportState, TransferActions } from '../../components/reading-list/types.ts';
import { problemLine } from '../../utils/i18n/problem-text.ts';
import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import { problemOf } from '../../utils/own-page/problem-of.ts';
import type { Incoming } from '../../utils/reading-list/exchange/incoming.ts';
import {
  type MergeMode,
  mergeRecords,
  planMerge,
} from '../../utils/reading-list/exchange/merge.ts';
import { readFile } from '../../utils/reading-list/exchange/read-file.ts';
import type { MergeReport } from '../../utils/reading-list/exchange/report.ts';
import type { ReadingListStore } from '../../utils/reading-list/store.ts';
import { storeErrorOf } from '../../utils/reading-list/store-error.ts';

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
  'exportAs' | 'importFile'
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

  async function preview(name: string, mode: MergeMode, signal: AbortSignal): Promise<void> {
    const file = incoming.current;
    if (file === null) return;
    const report = await withStore((store) =>
      store.look((tx) => planMerge(tx, file, { mode, at: now(), signal })),
    );
    signal.throwIfAborted();
    setImporting({ step: 'preview', name, mode, report, refused: file.refused });
  }

  return {
    importing,
    importFile(file, name) {
      setImporting({ step: 'reading', name });
      void step(name, async (signal) => {
        const sources = { now: () => new Date(), newId: () => crypto.randomUUID() };
        const read = await readFile(file, sources, signal);
        signal.throwIfAborted();
        if (!read.ok) {
          setImporting({ step: 'refused', name, message: t(`import.${read.reason}`) });
          return;
        }
        incoming.current = read;
        await preview(name, 'merge', signal);
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
        const report = await withStore((store) =>
          store.change((tx) =>
            mergeRecords(tx, file, {
              ...{ mode, at: now(), signal },
              progress: (count, of) => setImporting({ step: 'writing', name, done: count, of }),
            }),
          ),
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
