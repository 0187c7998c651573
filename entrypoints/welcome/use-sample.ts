import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SampleState } from '../../components/welcome/welcome-view.tsx';
import { problemLine } from '../../utils/i18n/problem-text.ts';
import { callBackground } from '../../utils/messages.ts';
import type { OwnTongue } from '../../utils/own-page/use-settings.ts';
import type { CardData } from '../../utils/pack/card-data.ts';
import { createMarkPainter } from '../../utils/paint/mark.ts';
import type { Painter } from '../../utils/paint/painter.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import { readSample, type SampleStop } from './read-sample.ts';

const TEXTS = [
  'welcome.sample.quotation',
  'welcome.sample.framings',
  'welcome.sample.plain',
] as const;

/** The stop whose card is open, with what its card shows. */
export interface OpenStop {
  readonly stop: SampleStop;
  readonly index: number;
  readonly data: CardData;
}

export interface Sample {
  readonly state: SampleState;
  readonly stops: readonly SampleStop[];
  readonly opened: OpenStop | null;
  /** Opens the card of a stop; positions beyond the ends go round. */
  readonly open: (index: number) => void;
  /** Opens what is painted at a point of the window (CSS pixels), if anything is. */
  readonly openAt: (x: number, y: number) => void;
  readonly close: () => void;
}

/**
 * Lays the sample into `place`, reads and paints it, in the reader's language and colours. The text is
 * no child of the view's: painting cuts it into pieces.
 */
export function useSample(
  place: RefObject<HTMLDivElement | null>,
  settings: Settings,
  { t }: OwnTongue,
): Sample {
  const [state, setState] = useState<SampleState>({ kind: 'reading' });
  const [stops, setStops] = useState<readonly SampleStop[]>([]);
  const [opened, setOpened] = useState<OpenStop | null>(null);
  const painter = useRef<Painter | null>(null);
  const turn = useRef(0);

  const isDark = useDarkSystem();
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks are painted for the ground that they stand on
  useEffect(() => {
    const root = place.current;
    if (root === null) return;
    let isOver = false;
    const own = createMarkPainter(document, settings.colours);
    painter.current = own;
    setState({ kind: 'reading' });
    setOpened(null);
    for (const text of TEXTS) {
      const paragraph = document.createElement('p');
      paragraph.textContent = t(text);
      root.append(paragraph);
    }
    void readSample(root).then((read) => {
      if (isOver) return;
      if (!read.ok) {
        setState({ kind: 'failed', message: problemLine(read.error, t) });
        return;
      }
      own.paint(read.value.highlights);
      setStops(read.value.stops);
      setState({ kind: 'ready', count: read.value.stops.length });
    });
    return () => {
      isOver = true;
      turn.current += 1;
      own.dispose();
      root.replaceChildren();
    };
  }, [place, t, settings.colours, settings.theme, isDark]);

  useEffect(() => {
    painter.current?.setCurrent(opened?.stop.highlight ?? null);
  }, [opened]);

  async function open(wanted: number): Promise<void> {
    const index = (wanted + stops.length) % stops.length;
    const stop = stops[index];
    if (stop === undefined) return;
    turn.current += 1;
    const mine = turn.current;
    const answer = await callBackground('card', { item: stop.match.item });
    if (mine !== turn.current) return;
    if (answer.ok) setOpened({ stop, index, data: answer.value });
    else setState({ kind: 'failed', message: problemLine(answer.error, t) });
  }

  return {
    state,
    stops,
    opened,
    open: (index) => void open(index),
    openAt(x, y) {
      const highlight = painter.current?.hitTest(x, y) ?? null;
      const index = stops.findIndex((stop) => stop.highlight === highlight);
      if (index >= 0) void open(index);
    },
    close() {
      turn.current += 1;
      setOpened(null);
    },
  };
}

/** Whether the system asks for dark colours now. */
function useDarkSystem(): boolean {
  const [isDark, setIsDark] = useState(false);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const listen = (): void => setIsDark(query.matches);
    listen();
    query.addEventListener('change', listen);
    return () => query.removeEventListener('change', listen);
  }, []);
  return isDark;
}
