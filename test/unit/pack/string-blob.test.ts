import { expect, test } from 'vitest';
import { StringBlob } from '../../../utils/pack/string-blob.ts';

function textsOf(blob: StringBlob): string[] {
  const { offsets, bytes } = blob.finish();
  const decoder = new TextDecoder();
  return [...offsets.subarray(1)].map((end, at) =>
    decoder.decode(bytes.subarray(offsets[at], end)),
  );
}

test('equal texts share a number, and appended ones each have their own', () => {
  const blob = new StringBlob();
  expect([blob.add('мост'), blob.add('桥'), blob.add('мост'), blob.append('мост')]).toEqual([
    0, 1, 0, 2,
  ]);
  expect(textsOf(blob)).toEqual(['мост', '桥', 'мост']);
});

test('texts come back whole however many chunks they fill', () => {
  const blob = new StringBlob();
  const texts = Array.from({ length: 40 }, (_, at) => `${at} ${'桥bridge'.repeat(at * 997)}`);
  for (const text of texts) blob.append(text);
  expect(textsOf(blob)).toEqual(texts);
});

test('a blob without texts is empty', () => {
  expect(textsOf(new StringBlob())).toEqual([]);
});
