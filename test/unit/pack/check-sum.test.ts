import { describe, expect, it } from 'vitest';
import { CheckSum } from '../../../utils/pack/check-sum.ts';

const FROM = 24;
/** A file that ends in the middle of a block, and of a word. */
const FILE = Uint8Array.from({ length: 1003 }, (_, at) => (at * 37 + (at >> 3)) & 0xff).buffer;
const WHOLE = new CheckSum(FROM).finish(FILE);

describe('2.10 the check sum of an index file', () => {
  it.each([1, 7, 16, 100, 999])('2.10 is the same in pieces of %i bytes as in one', (size) => {
    const sum = new CheckSum(FROM);
    for (let to = 0; to < FILE.byteLength; to += size) sum.add(FILE, to);
    expect(sum.finish(FILE)).toBe(WHOLE);
  });

  it('2.10 reads nothing of a piece that is not there yet', () => {
    const sum = new CheckSum(FROM);
    const coming = new ArrayBuffer(FILE.byteLength);
    for (let to = 100; to < FILE.byteLength; to += 100) {
      new Uint8Array(coming).set(new Uint8Array(FILE, 0, to));
      sum.add(coming, to);
    }
    expect(sum.finish(FILE)).toBe(WHOLE);
  });

  it('2.10 is another after a change of any single byte, the last ones too', () => {
    for (let at = FROM; at < FILE.byteLength; at++) {
      const damaged = FILE.slice(0);
      const view = new DataView(damaged);
      view.setUint8(at, view.getUint8(at) ^ 0x10);
      expect(new CheckSum(FROM).finish(damaged), `byte ${at}`).not.toBe(WHOLE);
    }
  });

  it('2.10 does not change when it is asked for again', () => {
    const sum = new CheckSum(FROM);
    expect([sum.finish(FILE), sum.finish(FILE)]).toEqual([WHOLE, WHOLE]);
  });
});
