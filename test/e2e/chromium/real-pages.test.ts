import { describe, expect, test } from 'vitest';
import { findBrowser } from '../../../scripts/browsers/find.ts';
import { checkPages } from '../../pages/check-pages.ts';
import { checkedChromium } from '../../pages/checked-chromium.ts';
import { listRealPages } from '../../pages/real-pages.ts';

/** Every thirtieth page; `npm run check:pages` takes all. */
const sample = listRealPages().filter((_, number) => number % 30 === 7);

describe.skipIf(sample.length === 0)('real pages (skipped where ../shared/pages is absent)', () => {
  test('show sentences planted from their own text, and are otherwise as they were', async () => {
    const found = findBrowser('chromium');
    if (!found) throw new Error('No Chromium was found; `npm test` installs one.');
    const results = await checkPages(checkedChromium(found.path), sample);
    const planted = results.reduce((sum, one) => sum + one.planted, 0);
    expect(planted).toBeGreaterThan(50);
    expect(
      results.flatMap(({ path, faults }) => faults.map((fault) => `${path}: ${fault}`)),
    ).toEqual([]);
    expect(results.flatMap((one) => one.missed)).toEqual([]);
  }, 110_000);
});
