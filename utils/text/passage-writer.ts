import type { Passages } from './passages.ts';

const BLOCK = '\n\n';
const LINE = '\n';
/** How far before the limit a cut within one block is looked for, in UTF-16 units. */
const CUT_WINDOW = 4000;
const SENTENCE_END = /[.!?…。！？](?:["'”’»)\]」』]*\s|["'”’»)\]」』]*(?=[\u3000-\u9fff]))/g;

/**
 * Gathers pieces of text and hands them out in chunks of at most `limit` UTF-16 units, cut between
 * blocks; a block that is longer alone is cut at a sentence end, else at a space, else anywhere but
 * inside a surrogate pair.
 */
export class PassageWriter {
  readonly #limit: number;
  readonly #ready: Passages[] = [];
  #text = '';
  #start = 0;
  #nodes: Text[] = [];
  #textStarts: number[] = [];
  #nodeStarts: number[] = [];
  #lengths: number[] = [];
  /** First piece of the block being written, and the offset at which its separator begins. */
  #blockPiece = 0;
  #blockText = 0;
  #pending: '' | typeof LINE | typeof BLOCK = '';

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Units handed out or gathered so far. */
  get length(): number {
    return this.#start + this.#text.length;
  }

  breakBlock(): void {
    this.#pending = BLOCK;
  }

  breakLine(): void {
    if (this.#pending === '') this.#pending = LINE;
    else if (this.#pending === LINE) this.#pending = BLOCK;
  }

  /** Adds the data of `node`, or what stands for it unit by unit. */
  add(node: Text, data: string): void {
    const atStart = this.#pending !== '' || this.#nodes.length === 0;
    if (data === '' || (atStart && data.trim() === '')) return;
    if (this.#nodes.length > 0 && this.#pending !== '') {
      if (this.#pending === BLOCK) {
        this.#blockPiece = this.#nodes.length;
        this.#blockText = this.#text.length;
      }
      this.#text += this.#pending;
    }
    this.#pending = '';
    this.#nodes.push(node);
    this.#textStarts.push(this.#text.length);
    this.#nodeStarts.push(0);
    this.#lengths.push(data.length);
    this.#text += data;
    while (this.#text.length > this.#limit) {
      if (this.#blockPiece > 0) this.#cut(this.#blockText, BLOCK.length, this.#blockPiece);
      else this.#cutWithinBlock();
    }
  }

  /** Chunks that are complete; each is handed out once. */
  take(): Passages[] {
    return this.#ready.splice(0);
  }

  /** Completes the last chunk. */
  end(): void {
    if (this.#nodes.length > 0) this.#cut(this.#text.length, 0, this.#nodes.length);
  }

  #cutWithinBlock(): void {
    const at = cutPoint(this.#text, this.#limit);
    let piece = this.#textStarts.findLastIndex((start) => start < at);
    const pieceStart = this.#textStarts[piece] ?? 0;
    const length = this.#lengths[piece] ?? 0;
    const node = this.#nodes[piece];
    if (node !== undefined && pieceStart + length > at) {
      const kept = at - pieceStart;
      this.#lengths[piece] = kept;
      piece += 1;
      this.#nodes.splice(piece, 0, node);
      this.#textStarts.splice(piece, 0, at);
      this.#nodeStarts.splice(piece, 0, (this.#nodeStarts[piece - 1] ?? 0) + kept);
      this.#lengths.splice(piece, 0, length - kept);
    } else {
      piece += 1;
    }
    this.#cut(at, 0, piece);
  }

  /** Hands out `[0, end)`, which holds the pieces before `piece`, and drops `gap` units after it. */
  #cut(end: number, gap: number, piece: number): void {
    this.#ready.push({
      text: this.#text.slice(0, end),
      start: this.#start,
      nodes: this.#nodes.slice(0, piece),
      textStarts: Uint32Array.from(this.#textStarts.slice(0, piece)),
      nodeStarts: Uint32Array.from(this.#nodeStarts.slice(0, piece)),
      lengths: Uint32Array.from(this.#lengths.slice(0, piece)),
    });
    const taken = end + gap;
    this.#text = this.#text.slice(taken);
    this.#start += taken;
    this.#nodes = this.#nodes.slice(piece);
    this.#textStarts = this.#textStarts.slice(piece).map((start) => start - taken);
    this.#nodeStarts = this.#nodeStarts.slice(piece);
    this.#lengths = this.#lengths.slice(piece);
    this.#blockPiece = 0;
    this.#blockText = 0;
  }
}

/** Where a text of more than `limit` units is best cut: an offset in `(0, limit]`. */
function cutPoint(text: string, limit: number): number {
  const from = Math.max(0, limit - CUT_WINDOW);
  const tail = text.slice(from, limit);
  let sentence = 0;
  for (const found of tail.matchAll(SENTENCE_END)) sentence = found.index + found[0].length;
  if (sentence > 0) return from + sentence;
  const space = tail.lastIndexOf(' ');
  if (space >= 0 && from + space > 0) return from + space + 1;
  const last = text.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return splitsPair && limit > 1 ? limit - 1 : limit;
}
