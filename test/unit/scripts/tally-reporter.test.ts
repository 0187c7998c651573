import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand, toolCommand } from '../../../scripts/processes/run-tool.ts';
import { ROOT } from '../../../scripts/root.ts';
import { RESULTS } from '../../../scripts/test/steps.ts';
import { TALLY_FILE, type Tally } from '../../../scripts/test/tally-reporter.ts';

const CONFIG = `
import { TallyReporter } from ${JSON.stringify(path.join(ROOT, 'scripts/test/tally-reporter.ts'))};
export default {
  test: { globals: true, retry: 1, include: ['*.spec.ts'], reporters: [new TallyReporter()] },
};
`;

/** Tests that end in every way there is. */
const ENDINGS = `
test('passes', () => {});
test.skip('sleeps (skipped where nothing is there)', () => {});
test.skip('sleeps', () => {});
describe('what differs', () => {
  test('fails', () => {
    expect('one\\ntwo').toBe('one\\nthree');
  });
});
let tries = 0;
test('wavers', () => {
  tries += 1;
  if (tries === 1) throw new Error('Waited in vain.', { cause: new Error('no such tab') });
});
`;

const UNPREPARED = `
describe('the unprepared', () => {
  beforeAll(() => {
    throw new Error('no browser');
  });
  test('first', () => {});
  test('second', () => {});
  test.skip('third (skipped where it rains)', () => {});
});
describe('the untidy', () => {
  afterAll(() => {
    throw new Error('a host was asked');
  });
  test('passes', () => {});
});
`;

const BROKEN = "import './nowhere.ts';\ntest('is never met', () => {});\n";

/** Ends the whole run while a test of it is under way, once the tally tells of it. */
const ENDING = `
import { readFileSync } from 'node:fs';
test('ends all', async () => {
  while (!readFileSync(process.env.${TALLY_FILE}, 'utf8').includes('b.spec.ts'))
    await new Promise((resolve) => setTimeout(resolve, 20));
  process.kill(process.ppid, 'SIGKILL');
}, 60_000);
`;

/** Milliseconds for a run of Vitest of its own, on a machine that has other things to do. */
const LIMIT = 120_000;

let folder = '';

beforeAll(() => {
  mkdirSync(RESULTS, { recursive: true });
  folder = mkdtempSync(path.join(RESULTS, 'tally-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function tallyOf(name: string, specs: Readonly<Record<string, string>>): Promise<Tally> {
  const home = path.join(folder, name);
  mkdirSync(home);
  writeFileSync(path.join(home, 'vitest.config.ts'), CONFIG);
  for (const [file, text] of Object.entries(specs)) writeFileSync(path.join(home, file), text);
  const file = path.join(home, 'tally.json');
  const { output } = await runCommand(
    [...toolCommand('vitest'), 'run', '--root', home, '--no-file-parallelism', '--pool=forks'],
    { env: { [TALLY_FILE]: file } },
  );
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Tally;
  } catch (cause) {
    throw new Error(output, { cause });
  }
}

test(
  'a run is counted, its failures with what differs and where, its second tries with the first error',
  async () => {
    const tally = await tallyOf('endings', { 'endings.spec.ts': ENDINGS });
    expect(tally).toMatchObject({ passed: 2, failed: 1, unfinished: null });
    expect(tally.skipped).toEqual([
      {
        test: 'endings.spec.ts › sleeps (skipped where nothing is there)',
        reason: 'where nothing is there',
      },
      { test: 'endings.spec.ts › sleeps', reason: null },
    ]);
    expect(tally.failures).toHaveLength(1);
    expect(tally.failures[0]).toMatchObject({
      file: 'endings.spec.ts',
      name: 'what differs > fails',
    });
    const [said, ...others] = tally.failures[0]?.lines ?? [];
    expect(said).toMatch(/^AssertionError: expected 'one\\ntwo' to be 'one\\nthree'/u);
    expect(others.slice(0, 2)).toEqual(['- three', '+ two']);
    expect(others[2]).toMatch(/^at test-results\/tally-\w+\/endings\/endings\.spec\.ts:7$/u);
    expect(tally.retried).toHaveLength(1);
    const [wavering] = tally.retried;
    expect(wavering).toMatchObject({ file: 'endings.spec.ts', name: 'wavers' });
    expect(wavering?.lines.slice(0, 2)).toEqual(['Waited in vain.', 'because of no such tab']);
    expect(wavering?.lines[2]).toMatch(/endings\.spec\.ts:13$/u);
  },
  LIMIT,
);

test(
  'hooks and files that fail are named, and the tests that they keep from running have failed',
  async () => {
    const tally = await tallyOf('hooks', {
      'unprepared.spec.ts': UNPREPARED,
      'broken.spec.ts': BROKEN,
    });
    expect(tally).toMatchObject({ passed: 1, failed: 5, retried: [], unfinished: null });
    expect(tally.skipped.map(({ reason }) => reason)).toEqual(['where it rains']);
    const named = new Map(tally.failures.map(({ file, name, lines }) => [name || file, lines]));
    expect([...named.keys()].sort()).toEqual(['broken.spec.ts', 'the unprepared', 'the untidy']);
    expect(named.get('the unprepared')?.[0]).toBe('no browser');
    expect(named.get('the unprepared')?.at(-1)).toBe('2 tests of it did not run');
    expect(named.get('the untidy')?.[0]).toBe('a host was asked');
    expect(named.get('broken.spec.ts')?.join()).toContain('nowhere.ts');
  },
  LIMIT,
);

test(
  'a run that is ended early says which files had ended and which had not',
  async () => {
    const tally = await tallyOf('ended', {
      // The larger file runs first.
      'a.spec.ts': `test('passes', () => {});\n// ${' '.repeat(2 * ENDING.length)}\n`,
      'b.spec.ts': ENDING,
    });
    expect(tally).toMatchObject({ passed: 1, failed: 0, unfinished: ['b.spec.ts'] });
  },
  LIMIT,
);
