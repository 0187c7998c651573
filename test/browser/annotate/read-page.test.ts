import { afterEach, describe, expect, it } from 'vitest';
import { readPage } from '../../../entrypoints/annotate.content/read-page.ts';
import { isOnSubject } from '../../../entrypoints/annotate.content/subject.ts';
import type { Gate } from '../../../utils/match/gate.ts';
import type { Match } from '../../../utils/match/types.ts';
import { partsOf } from '../../../utils/text/passages.ts';

const GATES: readonly Gate[] = [
  { pack: 'p', parties: [['China'], ['Russia', 'Moscow']], hallmarks: [], except: [] },
];

afterEach(() => document.body.replaceChildren());

describe('the subject of a page', () => {
  it.each([
    ['names both parties', '<p>China and <b>Moscow</b></p>', true],
    ['names one', '<p>China</p>', false],
    ['is empty', '', false],
  ])('when it %s', async (_page, html, expected) => {
    document.body.innerHTML = html;
    expect(await isOnSubject(document, GATES, turn)).toBe(expected);
  });

  it('is looked for in open shadow roots too', async () => {
    document.body.innerHTML = '<p>China</p><div></div>';
    document.querySelector('div')?.attachShadow({ mode: 'open' }).append('Russia');
    expect(await isOnSubject(document, GATES, turn)).toBe(true);
  });

  it('is nobody’s without gates', async () => {
    document.body.innerHTML = '<p>China and Moscow</p>';
    expect(await isOnSubject(document, [], turn)).toBe(false);
  });
});

const turn = () => Promise.resolve();

describe('the subject of a long page', () => {
  it('is found across the cut between two slices, and gives the page its turns', async () => {
    let turns = 0;
    const name = (at: number) => `${'x'.repeat(at)}China${'y'.repeat(120_000)}Moscow`;
    for (const at of [49_990, 49_994, 49_996, 49_999, 50_001]) {
      document.body.textContent = name(at);
      const found = await isOnSubject(document, GATES, async () => {
        turns += 1;
      });
      expect(found).toBe(true);
    }
    expect(turns).toBeGreaterThanOrEqual(10);
  });
});

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

  it('gives the engine’s failure back', async () => {
    document.body.innerHTML = '<p>Text.</p>';
    const error = { failure: 'failed', message: 'No index.', remedy: 'Reinstall.' } as const;
    const answer = await readPage(document, {
      ...options(),
      match: async () => ({ ok: false, error }),
    });
    expect(answer).toEqual({ ok: false, error });
  });

  it('gives nothing when it was broken off', async () => {
    document.body.innerHTML = '<p>Text.</p>';
    const controller = new AbortController();
    const answer = await readPage(document, {
      ...options(),
      signal: controller.signal,
      match: async () => {
        controller.abort();
        return { ok: true, value: { matches: [], titles: {} } };
      },
    });
    expect(answer).toBeNull();
  });
});

type Saved = Parameters<typeof readPage>[1]['saved'];

function options() {
  return {
    signal: new AbortController().signal,
    saved: [] as Saved,
    onShadowRoot: () => {},
    pause: () => Promise.resolve(),
  };
}

function read(find: (text: string) => Match[], saved: Saved = []) {
  return readPage(document, {
    ...options(),
    saved,
    match: async (text) => ({
      ok: true,
      value: { matches: find(text), titles: { x: 'Title of x' } },
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
