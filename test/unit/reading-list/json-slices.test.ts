import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restsOf } from '../../../utils/reading-list/exchange/incoming.ts';
import { parseInSlices } from '../../../utils/reading-list/exchange/json-slices.ts';

/** Blanks that make any text long enough to be parsed in slices. */
const LONG = ' '.repeat(500_000);
const parse = (text: string): Promise<unknown> => parseInSlices(LONG + text, restsOf());

describe('parsing in slices', () => {
  it('gives what parsing at once gives, whatever the shape', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.jsonValue(),
          fc.array(fc.jsonValue()),
          fc.dictionary(fc.string(), fc.array(fc.jsonValue())),
        ),
        fc.boolean(),
        async (value, isSpread) => {
          const text = isSpread ? JSON.stringify(value, null, 2) : JSON.stringify(value);
          expect(await parse(text)).toEqual(JSON.parse(text));
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    '{"a":[{"b":1},{"c":[{"d":2}]},3,null,[{"e":4}]],"f":{"g":[{"h":5}]}}',
    '[{"a":"\\\\"},{"b":"\\"]}"},{}]',
    '{"a":[{"b":1}],"a":[{"c":2}]}',
    '[{"#":7}]',
  ])('reads %s', async (text) => {
    expect(await parse(text)).toEqual(JSON.parse(text));
  });

  it.each([
    '{"a":[{"b":1},]}',
    '{"a":[{"b":1}{"c":2}]}',
    '{"a":[{"b":1}',
    '[{"a":"]',
    '[{"a":1}]]',
    '[{a:1}]',
    '{"a":[{"b":1}]',
    '}{',
  ])('refuses %s', async (text) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    await expect(parse(text)).rejects.toThrow(SyntaxError);
  });

  it('keeps a key named __proto__ what it is', async () => {
    const parsed = await parse('{"__proto__":[{"x":1}],"b":[{"__proto__":{"y":2}}]}');
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
    expect(JSON.stringify(parsed)).toBe('{"__proto__":[{"x":1}],"b":[{"__proto__":{"y":2}}]}');
  });

  it('stops where the reader cancels', async () => {
    const controller = new AbortController();
    const many = JSON.stringify(
      Array.from({ length: 60_000 }, (_, at) => ({ at, text: 'x'.repeat(90) })),
    );
    const parsing = parseInSlices(many, restsOf(controller.signal));
    controller.abort();
    await expect(parsing).rejects.toThrow(/abort/i);
  });
});
