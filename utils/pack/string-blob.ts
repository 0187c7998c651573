/** Bytes of one chunk; a blob is put together from chunks, so that it is never copied while it grows. */
const CHUNK = 1 << 20;

/** Collects texts into one blob of UTF-8. */
export class StringBlob {
  private readonly numbers = new Map<string, number>();
  private readonly encoder = new TextEncoder();
  private readonly ends: number[] = [];
  private readonly full: Uint8Array[] = [];
  private chunk = new Uint8Array(CHUNK);
  private used = 0;
  private before = 0;

  /** The number of `text` in the blob; equal texts share one. */
  add(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.append(text);
    this.numbers.set(text, number);
    return number;
  }

  /** As `add`, for long texts that stand once: the blob keeps their bytes and not the texts. */
  append(text: string): number {
    const most = text.length * 3;
    if (this.used + most > this.chunk.length) {
      this.close();
      this.chunk = new Uint8Array(Math.max(CHUNK, most));
    }
    this.used += this.encoder.encodeInto(text, this.chunk.subarray(this.used)).written;
    return this.ends.push(this.before + this.used) - 1;
  }

  /** Offsets (one more than there are texts) and bytes. */
  finish(): { readonly offsets: Uint32Array; readonly bytes: Uint8Array } {
    this.close();
    const bytes = new Uint8Array(this.before);
    let at = 0;
    for (const chunk of this.full) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return { offsets: Uint32Array.from([0, ...this.ends]), bytes };
  }

  private close(): void {
    this.full.push(this.chunk.subarray(0, this.used));
    this.before += this.used;
    this.used = 0;
    this.chunk = new Uint8Array(0);
  }
}
