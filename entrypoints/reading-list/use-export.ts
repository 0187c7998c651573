import { useRef, useState } from 'preact/hooks';
import type { ExportFormat, TransferActions } from '../../components/reading-list/types.ts';
import { byHundredths } from '../../utils/own-page/by-hundredths.ts';
import { type Rest, restsOf, stepOf } from '../../utils/reading-list/exchange/incoming.ts';
import type { Listing } from '../../utils/reading-list/listing.ts';
import { downloadList } from './export-file.ts';
import type { Deeds } from './use-deeds.ts';

/** Milliseconds after which how far an export is becomes worth showing. */
const SOON = 300;
/** How much of the time reading the list takes; writing the file is the rest. */
const READ = 0.4;

type Tongue = Parameters<typeof downloadList>[2];

/** Writes the list into a file while the page stays alive; one file at a time. */
export function useExport(
  deeds: Pick<Deeds, 'say' | 'tell'>,
  { t, language }: Tongue,
): Pick<TransferActions, 'exporting' | 'cancelExport'> & {
  /** `listed` gives what is to leave; it may tell how far it is, and rests as `Rest` says. */
  write(format: ExportFormat, listed: (rest: Rest) => Promise<Listing>): void;
} {
  const [exporting, setExporting] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);

  async function write(
    format: ExportFormat,
    listed: (rest: Rest) => Promise<Listing>,
  ): Promise<void> {
    if (running.current !== null) return;
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    let isShown = false;
    const timer = setTimeout(() => {
      isShown = true;
      setExporting(0);
    }, SOON);
    const rest = restsOf(
      signal,
      byHundredths(signal, (part) => {
        if (isShown) setExporting(part);
      }),
    );
    try {
      const listing = await listed(stepOf(rest, 0, READ));
      signal.throwIfAborted();
      await downloadList(format, listing, { t, language }, { rest: stepOf(rest, READ, 1) });
    } catch (error) {
      if (signal.aborted) deeds.tell(t('list.exportCancelled'), null);
      else deeds.say(error, 'export-failed');
    } finally {
      clearTimeout(timer);
      running.current = null;
      setExporting(null);
    }
  }

  return {
    exporting,
    write: (format, listed) => void write(format, listed),
    cancelExport: () => running.current?.abort(),
  };
}
