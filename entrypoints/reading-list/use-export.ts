import { useRef, useState } from 'preact/hooks';
import type { ExportFormat, TransferActions } from '../../components/reading-list/types.ts';
import { byHundredths } from '../../utils/own-page/by-hundredths.ts';
import { restsOf } from '../../utils/reading-list/exchange/incoming.ts';
import type { Listing } from '../../utils/reading-list/listing.ts';
import { downloadList } from './export-file.ts';
import type { Deeds } from './use-deeds.ts';

/** Milliseconds after which how far an export is becomes worth showing. */
const SOON = 300;

type Tongue = Parameters<typeof downloadList>[2];

/** Writes the list into a file while the page stays alive; one file at a time. */
export function useExport(
  deeds: Pick<Deeds, 'say' | 'tell'>,
  { t, language }: Tongue,
): Pick<TransferActions, 'exporting' | 'cancelExport'> & {
  write(format: ExportFormat, listing: Listing): void;
} {
  const [exporting, setExporting] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);

  async function write(format: ExportFormat, listing: Listing): Promise<void> {
    if (running.current !== null) return;
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const since = performance.now();
    const show = byHundredths(signal, (part) => {
      if (performance.now() - since > SOON) setExporting(part);
    });
    try {
      await downloadList(format, listing, { t, language }, { rest: restsOf(signal, show) });
    } catch (error) {
      if (signal.aborted) deeds.tell(t('list.exportCancelled'), null);
      else deeds.say(error, 'export-failed');
    } finally {
      running.current = null;
      setExporting(null);
    }
  }

  return {
    exporting,
    write: (format, listing) => void write(format, listing),
    cancelExport: () => running.current?.abort(),
  };
}
