import Mark from 'mark.js';
import { createEngine } from '../../utils/match/engine.ts';
import type { Match } from '../../utils/match/types.ts';
import { openIndex } from '../../utils/pack/index-format.ts';
import { readPassages } from '../../utils/text/extract.ts';

/** What one run in the page measured; all times in milliseconds, one entry a round. */
export interface Measurements {
  readonly words: number;
  readonly open: number;
  readonly walk: readonly number[];
  readonly extract: readonly number[];
  readonly match: readonly number[];
  readonly scan: readonly number[];
  readonly markJs: readonly number[];
  readonly matches: number;
  readonly marked: number;
}

/**
 * Measures, in the page it is loaded into: a bare walk over the text nodes; our reading, our matching,
 * both together; and mark.js marking the same clauses. mark.js' marks are removed outside the clock.
 */
export async function measure(
  indexAddress: string,
  clauses: readonly string[],
  rounds: number,
): Promise<Measurements> {
  const bytes = await (await fetch(indexAddress)).arrayBuffer();
  const [index, open] = time(() => openIndex(bytes));
  const engine = createEngine(index);
  const walk: number[] = [];
  const extract: number[] = [];
  const match: number[] = [];
  const scan: number[] = [];
  const markJs: number[] = [];
  let matches: readonly Match[] = [];
  let marked = 0;
  for (let round = 0; round < rounds; round += 1) {
    walk.push(time(walkTexts)[1]);
    const [text, reading] = time(readText);
    extract.push(reading);
    match.push(time(() => engine.match(text, 'balanced'))[1]);
    const [found, both] = time(() => engine.match(readText(), 'balanced'));
    matches = found;
    scan.push(both);
    const marker = new Mark(document.body);
    const [count, marking] = time(() => markAll(marker, clauses));
    marked = count;
    markJs.push(marking);
    await new Promise<void>((resolve) => marker.unmark({ done: () => resolve() }));
  }
  const words = readText()
    .split(/\s+/u)
    .filter((word) => word !== '').length;
  return { words, open, walk, extract, match, scan, markJs, matches: matches.length, marked };
}

function time<T>(work: () => T): [T, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

function walkTexts(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += walker.currentNode.nodeValue?.length ?? 0;
  return length;
}

function readText(): string {
  const parts: string[] = [];
  for (const passages of readPassages(document.body)) if (passages) parts.push(passages.text);
  return parts.join('\n\n');
}

function markAll(marker: Mark, clauses: readonly string[]): number {
  let found = 0;
  marker.mark([...clauses], {
    separateWordSearch: false,
    acrossElements: true,
    done: (count) => {
      found = count;
    },
  });
  return found;
}

Object.assign(globalThis, { measureParallax: measure });
