import search from 'approx-string-match';
import Mark from 'mark.js';
import MiniSearch from 'minisearch';
import { createEngine } from '../../utils/match/engine.ts';
import { openIndex } from '../../utils/pack/index-format.ts';
import { readPassages } from '../../utils/text/extract.ts';
import { measureGrowth, measureLarge } from './in-page-growth.ts';
import { measureMachine } from './in-page-machine.ts';
import { measureMarking } from './in-page-marking.ts';
import { measureStages } from './in-page-stages.ts';
import { fetchBytes, nextFrame, time } from './in-page-tools.ts';

/** Milliseconds a round, and how many places were found. */
export interface Timed {
  readonly times: readonly number[];
  readonly found: number;
}

export interface Searching {
  readonly words: number;
  readonly textNodes: number;
  readonly walk: Timed;
  readonly reading: Timed;
  /** Reading and matching. */
  readonly scan: Timed;
  readonly open: number;
}

/** A bare walk over the text nodes, our reading, and our scan with the index at an address. */
export async function measureScan(address: string, rounds: number): Promise<Searching> {
  const bytes = await fetchBytes(address);
  const [engine, open] = time(() => createEngine(openIndex(bytes)));
  const result = { walk: [] as number[], reading: [] as number[], scan: [] as number[] };
  let textNodes = 0;
  let found = 0;
  let text = '';
  for (let round = 0; round < rounds; round += 1) {
    const [nodes, walking] = time(walkTexts);
    textNodes = nodes;
    result.walk.push(walking);
    const [read, reading] = time(readText);
    text = read;
    result.reading.push(reading);
    const [matches, scanning] = time(() => engine.match(readText(), 'balanced'));
    found = matches.length;
    result.scan.push(scanning);
    await nextFrame();
  }
  const timed = (times: readonly number[], count: number): Timed => ({ times, found: count });
  return {
    words: text.split(/\s+/u).filter((word) => word !== '').length,
    textNodes,
    walk: timed(result.walk, textNodes),
    reading: timed(result.reading, text.length),
    scan: timed(result.scan, found),
    open,
  };
}

/** mark.js goes from phrase to phrase by recursion: more at once overflow the stack. */
const BATCH = 400;

/**
 * mark.js marking phrases as they stand, across elements, in its fastest setting (accents not folded); its marks are removed outside the clock.
 */
export async function measureMarkJs(phrases: readonly string[], rounds: number): Promise<Timed> {
  const times: number[] = [];
  let found = 0;
  const batches = Array.from({ length: Math.ceil(phrases.length / BATCH) }, (_, at) =>
    phrases.slice(at * BATCH, (at + 1) * BATCH),
  );
  for (let round = 0; round < rounds; round += 1) {
    const marker = new Mark(document.body);
    found = 0;
    const done = (count: number) => {
      found += count;
    };
    const settings = { separateWordSearch: false, acrossElements: true, diacritics: false, done };
    const [, spent] = time(() => {
      for (const batch of batches) marker.mark(batch, settings);
    });
    times.push(spent);
    await new Promise<void>((resolve) => marker.unmark({ done: () => resolve() }));
    await nextFrame();
  }
  return { times, found };
}

/** Errors allowed, as a share of the phrase: those of an altered quotation. */
const ERRORS = 0.1;

/**
 * Hypothesis' method: each phrase is searched for in the whole text with a bounded number of errors. Its
 * time is a sum over phrases, so a part of them is measured and the rest reckoned.
 */
export function measureApprox(phrases: readonly string[], every: number): Timed {
  const text = readText();
  const taken = phrases.filter((_, at) => at % every === 0);
  let found = 0;
  const [, spent] = time(() => {
    for (const phrase of taken) {
      if (search(text, phrase, Math.floor(phrase.length * ERRORS)).length > 0) found += 1;
    }
  });
  return { times: [(spent * phrases.length) / taken.length], found };
}

/** MiniSearch over the phrases as documents: one query a sentence of the page. Building is not counted. */
export function measureMiniSearch(phrases: readonly string[], rounds: number): Timed {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  index.addAll(phrases.map((text, id) => ({ id, text })));
  const sentences = readText().split(/(?<=[.!?。！？])\s+|\n+/u);
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < rounds; round += 1) {
    const [count, spent] = time(
      () => sentences.filter((one) => index.search(one).length > 0).length,
    );
    found = count;
    times.push(spent);
  }
  return { times, found };
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

function readText(): string {
  const parts: string[] = [];
  for (const passages of readPassages(document.body)) if (passages) parts.push(passages.text);
  return parts.join('\n\n');
}

const measures = {
  measureScan,
  measureMarkJs,
  measureApprox,
  measureMiniSearch,
  measureStages,
  measureGrowth,
  measureLarge,
  measureMarking,
  measureMachine,
};

/** What the bundle offers in the page that it is loaded into. */
export type Measures = typeof measures;

Object.assign(globalThis, { measures });
