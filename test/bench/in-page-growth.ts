import { createEngine } from '../../utils/match/engine.ts';
import { openIndex } from '../../utils/pack/index-format.ts';
import { fetchBytes, nextFrame, time } from './in-page-tools.ts';

export interface Growth {
  readonly words: number;
  readonly times: readonly number[];
  readonly found: number;
}

/** Matching of texts of several lengths with one engine, after it is warm. */
export async function measureGrowth(
  address: string,
  texts: readonly string[],
  rounds: number,
): Promise<Growth[]> {
  const engine = createEngine(openIndex(await fetchBytes(address)));
  for (const text of texts.slice(0, 3))
    for (let at = 0; at < 5; at += 1) engine.match(text, 'balanced');
  const grown: Growth[] = [];
  for (const text of texts) {
    const times: number[] = [];
    let found = 0;
    for (let round = 0; round < rounds; round += 1) {
      const [matches, spent] = time(() => engine.match(text, 'balanced'));
      found = matches.length;
      times.push(spent);
      await nextFrame();
    }
    grown.push({ words: text.split(/\s+/u).length, times, found });
  }
  return grown;
}

export interface Large {
  readonly open: number;
  readonly times: readonly number[];
  readonly found: number;
}

/** Opening an index, and scanning one text with it. */
export async function measureLarge(address: string, text: string, rounds: number): Promise<Large> {
  const bytes = await fetchBytes(address);
  const [engine, open] = time(() => createEngine(openIndex(bytes)));
  // What it holds is measured from without afterwards.
  Object.assign(globalThis, { keptEngine: engine });
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < rounds; round += 1) {
    const [matches, spent] = time(() => engine.match(text, 'balanced'));
    found = matches.length;
    times.push(spent);
    await nextFrame();
  }
  return { open, times, found };
}
