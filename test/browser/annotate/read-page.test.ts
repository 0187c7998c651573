import { afterEach, describe, expect, it, vi } from 'vitest';
import { KnownMatches } from '../../../entrypoints/annotate.content/known-matches.ts';
import { readPage } from '../../../entrypoints/annotate.content/read-page.ts';
import type { Match } from '../../../utils/match/types.ts';
import { PageText } from '../../../utils/text/page-text.ts';
import { partsOf } from '../../../utils/text/passages.ts';
import { anchor } from '../../../utils/text/selector.ts';

afterEach(() => document.body.replaceChildren());

describe('reading a page', () => {
  it('places each match on the page through all its chunks', async () => {
    document.body.innerHTML = `<p>${'word '.repeat(30_000)}</p><p>${'word '.repeat(20_000)}needle</p>`;
    const texts: string[] = [];
    const reading = await read((text) => {
      texts.push(text);
      const at = text.indexOf('needle');
      return at < 0 ? [] : [matchAt(at, at + 6)];
    });
    expect(texts.length).toBe(2);
    const [found] = reading?.ok ? reading.value.found : [];
    const parts = found ? partsOf(found.passages, found.match) : [];
    expect(parts.map(({ node, start, end }) => node.data.slice(start, end))).toEqual(['needle']);
    expect(found?.start).toBe((texts[0]?.length ?? 0) + 2 + (texts[1]?.indexOf('needle') ?? 0));
    expect(found?.title).toBe('Title of x');
  });

  it('finds saved passages again, also where a few letters have changed', async () => {
    document.body.innerHTML = '<p>Nothing here.</p><p>They spoke of a new order of things.</p>';
    const selector = {
      exact: 'spoke of the new order',
      prefix: 'They ',
      suffix: ' of things.',
      start: 20,
      end: 42,
    };
    const reading = await read(() => [], [{ id: 's', selector }]);
    const [saved] = reading?.ok ? reading.value.saved : [];
    const text = saved?.passages.text.slice(saved.start, saved.end);
    expect(text).toBe('spoke of a new order');
  });

  it('does not pass other words off as a saved passage', async () => {
    document.body.innerHTML = '<p>Rain and wind along the coast until the evening.</p>';
    const selector = { exact: 'spoke of the new order', prefix: '', suffix: '', start: 0, end: 22 };
    const reading = await read(() => [], [{ id: 's', selector }]);
    expect(reading?.ok && reading.value.saved).toEqual([]);
  });

  it('asks only about blocks that nobody has asked about, and places all matches', async () => {
    document.body.innerHTML = '<p id="a">A needle here.</p><p id="b">Nothing.</p>';
    const asked: string[] = [];
    const known = new KnownMatches(async (text) => {
      asked.push(text);
      const places = [...text.matchAll(/needle/g)].map(({ index }) => matchAt(index, index + 6));
      return { ok: true, value: { matches: places, titles: {}, reports: [] } };
    });
    const page = new PageText(document);
    const once = async (changed: readonly Node[] | 'everything') => {
      known.begin();
      const match = (text: string) => known.matchesIn(text);
      const reading = await readPage(page, changed, { ...options(), match });
      known.end();
      const found = reading?.ok ? reading.value.found : [];
      return found.map(({ passages, match: { start, end } }) =>
        partsOf(passages, { start, end }).map(({ node, start }) => [node.parentElement?.id, start]),
      );
    };
    expect(await once('everything')).toEqual([[['a', 2]]]);
    const late = document.createElement('p');
    late.id = 'c';
    late.textContent = 'Late needle and needle.';
    document.body.prepend(late);
    expect(await once([late])).toEqual([[['c', 5]], [['c', 16]], [['a', 2]]]);
    expect(asked).toEqual(['A needle here.\n\nNothing.', 'Late needle and needle.']);
    document.querySelector('#a')?.remove();
    expect(await once([document.body])).toEqual([[['c', 5]], [['c', 16]]]);
    expect(asked.length).toBe(2);
  });

  it('asks about the beginning first, and says what was found before all is answered', async () => {
    const paragraph = (at: number) => `<p>${at} needle ${'word '.repeat(100)}</p>`;
    document.body.innerHTML = Array.from({ length: 40 }, (_, at) => paragraph(at)).join('');
    const asked: number[] = [];
    const answers: (() => void)[] = [];
    const known = new KnownMatches((text) => {
      asked.push(text.length);
      const places = [...text.matchAll(/needle/g)].map(({ index }) => matchAt(index, index + 6));
      const answer = { ok: true, value: { matches: places, titles: {}, reports: [] } } as const;
      return new Promise((resolve) => answers.push(() => resolve(answer)));
    });
    const parts: string[][] = [];
    known.begin();
    const reading = readPage(new PageText(document), 'everything', {
      ...options(),
      match: (text, onPart) => known.matchesIn(text, onPart),
      onPart: ({ found }) =>
        parts.push(
          found.map(({ passages, match: { start, end } }) =>
            partsOf(passages, { start: start - 2, end })
              .map(({ node, start, end }) => node.data.slice(start, end))
              .join(''),
          ),
        ),
    });
    await vi.waitFor(() => expect(asked.length).toBe(2));
    expect(asked[0]).toBeLessThanOrEqual(1500);
    expect(asked[1]).toBeGreaterThan(asked[0] ?? 0);
    expect(parts).toEqual([]);
    answers[0]?.();
    await vi.waitFor(() => expect(parts.length).toBe(1));
    expect(parts[0]).toEqual(['0 needle', '1 needle']);
    answers[1]?.();
    await vi.waitFor(() => expect(answers.length).toBe(3));
    answers[2]?.();
    const whole = await reading;
    expect(whole?.ok && whole.value.found.length).toBe(40);
    expect(parts.map(({ length }) => length)).toEqual([2, 13]);
  });

  it('gives the engine’s failure back', async () => {
    document.body.innerHTML = '<p>Text.</p>';
    const error = { failure: 'failed', message: 'No index.', remedy: 'Reinstall.' } as const;
    const answer = await readPage(new PageText(document), 'everything', {
      ...options(),
      match: async () => ({ ok: false, error }),
    });
    expect(answer).toEqual({ ok: false, error });
  });

  it('gives nothing when it was broken off', async () => {
    document.body.innerHTML = '<p>Text.</p>';
    const controller = new AbortController();
    const answer = await readPage(new PageText(document), 'everything', {
      ...options(),
      signal: controller.signal,
      match: async () => {
        controller.abort();
        return { ok: true, value: { matches: [], titles: {}, reports: [] } };
      },
    });
    expect(answer).toBeNull();
  });
});

type Saved = Parameters<typeof readPage>[2]['saved'];

function options() {
  return {
    signal: new AbortController().signal,
    saved: [] as Saved,
    anchor: async () => anchor,
    onShadowRoot: () => {},
    onHidden: () => {},
    pause: () => Promise.resolve(),
  };
}

function read(find: (text: string) => Match[], saved: Saved = []) {
  return readPage(new PageText(document), 'everything', {
    ...options(),
    saved,
    match: async (text) => ({
      ok: true,
      value: { matches: find(text), titles: { x: 'Title of x' }, reports: [] },
    }),
  });
}

function matchAt(start: number, end: number): Match {
  return {
    item: 'x',
    kind: 'claim',
    degree: 'verbatim',
    score: 1,
    topic: 't',
    start,
    end,
    evidence: { language: 'en', origin: 'ours', wording: 0, words: [], alignment: [] },
  };
}
