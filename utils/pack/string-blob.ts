/** Collects texts into one blob of UTF-8; equal texts share a number. */
export class StringBlob {
  private readonly numbers = new Map<string, number>();
  private readonly parts: Uint8Array[] = [];
  private readonly encoder = new TextEncoder();

  /** The number of `text` in the blob. */
  add(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.parts.length;
    this.parts.push(this.encoder.encode(text));
    this.numbers.set(text, number);
    return number;
  }

  /** Offsets (one more than there are texts) and bytes. */
  finish(): { readonly offsets: Uint32Array; readonly bytes: Uint8Array } {
    const offsets = new Uint32Array(this.parts.length + 1);
    this.parts.forEach((part, at) => {
      offsets[at + 1] = (offsets[at] ?? 0) + part.length;
    });
    const bytes = new Uint8Array(offsets[this.parts.length] ?? 0);
    this.parts.forEach((part, at) => {
      bytes.set(part, offsets[at]);
    });
    return { offsets, bytes };
  }
}
