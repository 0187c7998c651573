import { afterEach, describe, expect, it } from 'vitest';
import { listenForSubject } from '../../../entrypoints/annotate.content/subject.ts';
import type { Gate } from '../../../utils/match/gate.ts';

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
    expect(await listen()([document.body])).toBe(expected);
  });

  it('is looked for in open shadow roots too', async () => {
    document.body.innerHTML = '<p>China</p><div></div>';
    document.querySelector('div')?.attachShadow({ mode: 'open' }).append('Russia');
    expect(await listen()([document.body])).toBe(true);
  });

  it.each([
    ['soft hyphens', '<p>Chi&shy;na and Mos&shy;cow</p>'],
    ['zero-width spaces', '<p>Chi&#8203;na and &#8288;Russia</p>'],
    ['ruby', '<p><ruby>中<rt>zhōng</rt>国<rt>guó</rt></ruby> and Moscow</p>'],
    ['inline elements', '<p>Ch<b>in</b>a and Mos<wbr>cow</p>'],
  ])('is found in names with %s within', async (_way, html) => {
    document.body.innerHTML = html;
    const gates = GATES.map((gate) => ({
      ...gate,
      parties: [['China', '中国'], gate.parties[1] ?? []],
    }));
    expect(await listen(gates)([document.body])).toBe(true);
  });

  it('is not what scripts and styles name', async () => {
    document.body.innerHTML =
      '<p>China</p><script type="x">Russia</script><style>/* Moscow */</style>';
    expect(await listen()([document.body])).toBe(false);
  });

  it('is heard in what is new on the page, together with what was there before', async () => {
    document.body.innerHTML = '<p>China</p>';
    const hear = listen();
    expect(await hear([document.body])).toBe(false);
    const late = document.body.appendChild(document.createElement('p'));
    late.textContent = 'Rain in Moscow.';
    expect(await hear([late])).toBe(true);
    late.remove();
    expect(await hear([document.body])).toBe(true);
  });

  it('tells of the open shadow roots that it heard, which may hold more later', async () => {
    document.body.innerHTML = '<p>China</p><div></div>';
    const root = document.querySelector('div')?.attachShadow({ mode: 'open' });
    const roots: ShadowRoot[] = [];
    const hear = listenForSubject(document, GATES, turn, (found) => roots.push(found), nobody);
    expect(await hear([document.body])).toBe(false);
    expect(roots).toEqual([root]);
  });

  it('is told of before it is clear that the page is about it, and not where it cannot be', async () => {
    const told: string[] = [];
    const hearOn = async (html: string, title = '') => {
      document.body.innerHTML = html;
      document.title = title;
      const onNamed = () => told.push(`${html}${title}`);
      const pause = async () => void told.push('turn');
      await listenForSubject(document, GATES, pause, nobody, onNamed)([document.body]);
      document.title = '';
    };
    await hearOn('<p>China and Moscow</p>');
    await hearOn('<p>Rain</p>', 'China, Russia');
    await hearOn('<p>China</p>');
    expect(told).toEqual(['<p>China and Moscow</p>', 'turn', '<p>Rain</p>China, Russia', 'turn']);
  });

  it('is nobody’s without gates', async () => {
    document.body.innerHTML = '<p>China and Moscow</p>';
    expect(await listen([])([document.body])).toBe(false);
  });
});

const turn = () => Promise.resolve();
const nobody = () => {};
const listen = (gates = GATES) => listenForSubject(document, gates, turn, nobody, nobody);

describe('the subject of a long page', () => {
  it('is found across the cut between two slices, and gives the page its turns', async () => {
    let turns = 0;
    const name = (at: number) => `${'x'.repeat(at)}China${' Moscow'.repeat(40)}`;
    for (const at of [49_990, 49_994, 49_996, 49_999, 50_001]) {
      document.body.textContent = name(at);
      const takeTurn = async () => {
        turns += 1;
      };
      const hear = listenForSubject(document, GATES, takeTurn, nobody, nobody);
      const found = await hear([document.body]);
      expect(found).toBe(true);
    }
    expect(turns).toBeGreaterThanOrEqual(10);
  });
});

describe('the subject of a page that grows', () => {
  const long = '<p>China and rain. </p>'.repeat(16_000);

  it.each([
    ['that names one party at length', long],
    ['that names neither', long.replaceAll('China', 'Wind')],
    ['that is mostly space', `${`<b>China</b>${' '.repeat(500)}`.repeat(500)}`],
  ])('is heard in what is new on a long one %s', async (_page, html) => {
    document.body.innerHTML = html;
    const hear = listen();
    expect(await hear([document.body])).toBe(false);
    const late = document.body.appendChild(document.createElement('p'));
    late.textContent = 'China and Russia met. '.repeat(4);
    expect(await hear([late])).toBe(true);
  });
});
