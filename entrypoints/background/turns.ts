import type { Turns } from './slices.ts';

/** `scheduler.yield`, where the browser has it; TypeScript's library does not know it yet. */
interface WithScheduler {
  readonly scheduler?: { yield?(): Promise<void> };
}

/** The worker's clock, and its way to let others run: no timer where the browser has a better one. */
export const turns: Turns = {
  now: () => performance.now(),
  pause: () => {
    const { scheduler } = globalThis as WithScheduler;
    return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
  },
};
