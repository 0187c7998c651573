import type { BrowserContext, CDPSession } from 'playwright-core';
import { median } from './report.ts';

/** Time in which a page comes to rest after loading, in milliseconds. */
const REST = 1_500;

/** What a page weighs on its tab. */
export interface Weight {
  /** Bytes that scripts of all worlds hold once what nobody needs is gone. */
  readonly memory: number;
  /** Milliseconds of tasks on the main thread since the page was opened. */
  readonly busy: number;
}

export interface Weights {
  readonly article: Weight;
  readonly unrelated: Weight;
}

/** The weight of a page about the subject and of one about something else; medians of five pages each. */
export async function weigh(
  context: BrowserContext,
  addresses: { readonly article: string; readonly unrelated: string },
): Promise<Weights> {
  const on = async (address: string): Promise<Weight> => {
    const memory: number[] = [];
    const busy: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Performance.enable');
      await page.goto(address);
      await page.waitForTimeout(REST);
      busy.push(await busyTime(session));
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      memory.push((await session.send('Runtime.getHeapUsage')).usedSize);
      await page.close();
    }
    return { memory: median(memory), busy: median(busy) };
  };
  return { article: await on(addresses.article), unrelated: await on(addresses.unrelated) };
}

async function busyTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}
