import { listenForSubject } from '../../entrypoints/annotate.content/subject.ts';
import type { Gate } from '../../utils/match/gate.ts';

/** Milliseconds of the first run in this page, and of the median of those that follow. */
export interface GateMeasurements {
  readonly words: number;
  readonly textNodes: number;
  readonly walk: { readonly first: number; readonly median: number };
  readonly gate: { readonly first: number; readonly median: number };
  readonly passes: boolean;
}

/** Measures a bare walk over the text nodes of the page against our look at a page that is about something else. */
export async function measureGate(
  gates: readonly Gate[],
  rounds: number,
  walksFirst: boolean,
): Promise<GateMeasurements> {
  const walks: number[] = [];
  const looks: number[] = [];
  let textNodes = 0;
  let passes = false;
  const NOBODY = [() => {}, () => {}] as const;
  async function look(): Promise<void> {
    const start = performance.now();
    const turn = () => Promise.resolve();
    passes = await listenForSubject(document, gates, turn, ...NOBODY)([document.body]);
    looks.push(performance.now() - start);
  }
  function bareWalk(): void {
    const start = performance.now();
    textNodes = walkTexts();
    walks.push(performance.now() - start);
  }
  for (let round = 0; round <= rounds; round += 1) {
    if (walksFirst) bareWalk();
    await look();
    if (!walksFirst) bareWalk();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const words = document.body.innerText.split(/\s+/u).length;
  const [walk, gate] = [walks, looks].map(([first = 0, ...rest]) => ({
    first,
    median: median(rest),
  }));
  if (!walk || !gate) throw new Error('Nothing was measured.');
  return { words, textNodes, walk, gate, passes };
}

function walkTexts(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let count = 0;
  let length = 0;
  while (walker.nextNode()) {
    length += (walker.currentNode as Text).data.length;
    count += 1;
  }
  return length < 0 ? 0 : count;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

Object.assign(globalThis, { measureGate });
