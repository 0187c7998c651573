import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SpansByPlace } from '../../../utils/paint/spans-by-place.ts';

const span = fc.tuple(fc.nat(3_000), fc.nat(900)).map(([start, length]) => ({
  start,
  end: start + length,
}));

it('finds every span that meets another, in the order of adding, each once', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 40 }), span, (spans, asked) => {
      const places = new SpansByPlace();
      for (const one of spans) places.add(one);
      const near = places.near(asked);
      const meeting = spans.flatMap(({ start, end }, number) =>
        start < asked.end && asked.start < end ? [number] : [],
      );
      expect(near.filter((number) => meeting.includes(number))).toEqual(meeting);
      expect([...near]).toEqual([...new Set(near)].sort((a, b) => a - b));
    }),
  );
});

it('leaves far ones aside', () => {
  const places = new SpansByPlace();
  for (let at = 0; at < 1_000; at += 1) places.add({ start: at * 300, end: at * 300 + 100 });
  expect(places.near({ start: 150_000, end: 150_100 }).length).toBeLessThan(5);
});
