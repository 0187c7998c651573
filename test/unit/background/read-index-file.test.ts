import { describe, expect, it } from 'vitest';
import { readIndexFile } from '../../../entrypoints/background/read-index-file.ts';
import { openIndex, SHORTEST_INDEX } from '../../../utils/pack/index-format.ts';
import { compile, inputOf, item } from '../../support/matching.ts';

const file = compile(inputOf(item({ id: 'a' }))).slice();

/** A body as a browser hands it out: in pieces, into buffers of the reader's. */
function inPieces(bytes: Uint8Array, size: number): Response {
  let at = 0;
  const stream = new ReadableStream({
    type: 'bytes',
    pull(controller) {
      if (at >= bytes.length) {
        controller.close();
        controller.byobRequest?.respond(0);
      } else controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
  return new Response(stream);
}

describe('reading the index file', () => {
  it.each([10_000, 4_093, 1 << 22])('puts pieces of %i bytes together', async (size) => {
    const { bytes, sum } = await readIndexFile(inPieces(file, size));
    expect(Buffer.compare(new Uint8Array(bytes), file)).toBe(0);
    expect(openIndex(bytes, sum).meta.pack.id).toBe('small');
  });

  it('also where the browser hands out buffers of its own only', async () => {
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(file);
        controller.close();
      },
    });
    const { bytes, sum } = await readIndexFile(new Response(stream));
    expect(Buffer.compare(new Uint8Array(bytes), file)).toBe(0);
    expect(openIndex(bytes, sum).meta.pack.id).toBe('small');
  });

  it.each([file.length - 9, Math.floor(file.length / 2), SHORTEST_INDEX])(
    'lets nobody open one of which byte %i is damaged',
    async (at) => {
      const damaged = file.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      const { bytes, sum } = await readIndexFile(inPieces(damaged, 10_000));
      expect(() => openIndex(bytes, sum)).toThrow('its check sum does not fit');
      expect(() => openIndex(bytes)).toThrow('its check sum does not fit');
    },
  );

  it('sums it while it comes, and does not read it again for that', async () => {
    const { bytes, sum } = await readIndexFile(inPieces(file, 10_000));
    new Uint8Array(bytes).fill(0, SHORTEST_INDEX, bytes.byteLength - 16);
    expect(sum.finish(bytes)).toBe(new DataView(bytes).getUint32(20, true));
  });

  it.each([file.length - 8, 23, 0])(
    'gives what there is of one that was cut after %i bytes, which is not opened',
    async (length) => {
      const { bytes, sum } = await readIndexFile(inPieces(file.slice(0, length), 1_000));
      expect(bytes.byteLength).toBe(length);
      expect(() => openIndex(bytes, sum)).toThrow(/bytes/u);
    },
  );

  it('hands over what is no index at all, to be refused by its name', async () => {
    const { bytes, sum } = await readIndexFile(
      inPieces(new TextEncoder().encode('x'.repeat(99)), 50),
    );
    expect(() => openIndex(bytes, sum)).toThrow('not a Parallax index');
  });
});
