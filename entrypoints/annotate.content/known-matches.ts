import { shifted } from '../../utils/match/shifted.ts';
import type { Match } from '../../utils/match/types.ts';
import type { Result } from '../../utils/messages.ts';
import { BETWEEN_BLOCKS } from '../../utils/text/blocks.ts';
import type { Answer } from './read-page.ts';

/**
 * Length of the text that is asked about first, how much longer each request is than the one before, and
 * the longest, in UTF-16 units: what a reader sees first is answered at once, and few messages are sent.
 */
const FIRST_REQUEST = 1500;
const GROWTH = 4;
const LONGEST_REQUEST = 200_000;

/**
 * Keeps the engine's matches by block, so that only blocks that nobody has asked about are sent. Nothing
 * is matched across blocks. What the page no longer holds is forgotten with each `begin`.
 */
export class KnownMatches {
  readonly #ask: (text: string) => Promise<Result<Answer>>;
  #before = new Map<string, readonly Match[]>();
  #known = new Map<string, readonly Match[]>();
  #titles: Readonly<Record<string, string>> = {};
  #reports: readonly string[] = [];

  constructor(ask: (text: string) => Promise<Result<Answer>>) {
    this.#ask = ask;
  }

  /** To be called before each reading of the page. */
  begin(): void {
    this.#before = new Map([...this.#before, ...this.#known]);
    this.#known = new Map();
  }

  /** To be called when the page was read to its end: forgets what is no longer there. */
  end(): void {
    this.#before.clear();
  }

  /**
   * All matches in `text`. `onPart` is handed what is known so far, in the order of the text, whenever the
   * engine has answered a part of what was asked and goes on to the next.
   */
  async matchesIn(
    text: string,
    onPart: (known: Answer) => void = () => {},
  ): Promise<Result<Answer>> {
    const blocks = text.split(BETWEEN_BLOCKS);
    const unknown = new Set<string>();
    for (const block of blocks) {
      const matches = this.#known.get(block) ?? this.#before.get(block);
      if (matches !== undefined) this.#known.set(block, matches);
      else if (block.trim() !== '') unknown.add(block);
    }
    const requests = requestsOf(unknown);
    let asked = this.#askNext(requests);
    while (asked !== null) {
      // On its way before the answer is here: the engine need not wait for it.
      const next = this.#askNext(requests);
      const answer = await asked.answer;
      if (!answer.ok) return answer;
      this.#keep(asked.blocks, answer.value);
      if (next !== null) onPart(this.#answerTo(blocks));
      asked = next;
    }
    return { ok: true, value: this.#answerTo(blocks) };
  }

  #askNext(requests: Generator<string[]>) {
    const { value: blocks } = requests.next();
    return blocks ? { blocks, answer: this.#ask(blocks.join(BETWEEN_BLOCKS)) } : null;
  }

  #answerTo(blocks: readonly string[]): Answer {
    const matches: Match[] = [];
    let start = 0;
    for (const block of blocks) {
      for (const match of this.#known.get(block) ?? []) matches.push(shifted(match, start));
      start += block.length + BETWEEN_BLOCKS.length;
    }
    return { matches, titles: this.#titles, reports: this.#reports };
  }

  #keep(blocks: readonly string[], { matches, titles, reports }: Answer): void {
    this.#titles = { ...this.#titles, ...titles };
    this.#reports = [...new Set([...this.#reports, ...reports])];
    let start = 0;
    let at = 0;
    const inOrder = [...matches].sort((a, b) => a.start - b.start);
    for (const block of blocks) {
      const end = start + block.length;
      const own: Match[] = [];
      for (let match = inOrder[at]; match && match.start < end; match = inOrder[at]) {
        own.push(shifted(match, -start));
        at += 1;
      }
      this.#known.set(block, own);
      start = end + BETWEEN_BLOCKS.length;
    }
  }
}

/** Groups of blocks to be sent together, longer and longer. */
function* requestsOf(blocks: Iterable<string>): Generator<string[], undefined> {
  let request: string[] = [];
  let length = 0;
  let most = FIRST_REQUEST;
  for (const block of blocks) {
    if (request.length > 0 && length + block.length > most) {
      yield request;
      request = [];
      length = 0;
      most = Math.min(LONGEST_REQUEST, most * GROWTH);
    }
    request.push(block);
    length += block.length + BETWEEN_BLOCKS.length;
  }
  if (request.length > 0) yield request;
  return undefined;
}
