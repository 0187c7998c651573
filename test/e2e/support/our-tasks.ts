import type { ChromiumPage } from './chromium.ts';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly tid: number;
  readonly pid: number;
  readonly ts: number;
  /** Microseconds by the clock on the wall, and of the processor where the system tells. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Events in which scripts run; `RunMicrotasks` carries no address. */
const SCRIPT_EVENTS = ['EvaluateScript', 'FunctionCall', 'v8.evaluateModule', 'RunMicrotasks'];

/**
 * Records a trace of the page's process while `work` runs, and returns how long the extension's scripts
 * held the page's thread at a time, in milliseconds, longest first. Counted in the processor's time, so
 * that other work on the machine does not stretch a task. Microtasks name no script: on a page
 * without scripts of its own they are all the extension's. Without `collector`, the time is left out in
 * which the browser collected garbage meanwhile: on a page of a million nodes it takes longest, whoever
 * looks at them. `scripts` says by their addresses which count: the trace tells of the
 * extension's own pages too.
 */
export async function longestTasks(
  { page }: Pick<ChromiumPage, 'page'>,
  work: () => Promise<void>,
  { collector = true, scripts = /^chrome-extension:/u } = {},
): Promise<readonly number[]> {
  const { events } = await traced({ page }, ['devtools.timeline', 'v8.execute'], work);
  const ours = events.filter((event) => isOurs(event, scripts));
  const threads = new Set(ours.map(({ pid, tid }) => `${pid}/${tid}`));
  return events
    .filter(({ name, pid, tid }) => name === 'RunMicrotasks' && threads.has(`${pid}/${tid}`))
    .concat(ours)
    .map((task) => processorTime(task) - (collector ? 0 : collecting(task, events)))
    .sort((a, b) => b - a);
}

/**
 * The part of all the extension's time on the page that its longest task took: 1 where all was done in one
 * go. Whether the work is parted can be told so at any speed of the machine; what the parts take is
 * measured by `npm run bench`.
 *
 * @throws Error where the extension has done nothing on the page.
 */
export async function longestShare(
  page: Pick<ChromiumPage, 'page'>,
  work: () => Promise<void>,
): Promise<number> {
  const tasks = await longestTasks(page, work, { collector: false });
  const all = tasks.reduce((sum, task) => sum + task, 0);
  const [longest = 0] = tasks;
  console.log(`longest task ${longest.toFixed(1)} ms of ${all.toFixed(0)} in ${tasks.length}`);
  if (all === 0) throw new Error('The extension has done nothing on the page.');
  return longest / all;
}

/** Records a trace of the page's process while `work` runs. */
async function traced<T>(
  { page }: Pick<ChromiumPage, 'page'>,
  includedCategories: string[],
  work: () => Promise<T>,
): Promise<{ readonly events: readonly TraceEvent[]; readonly done: T }> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) =>
    events.push(...(value as never as TraceEvent[])),
  );
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories },
  });
  const done = await work();
  const complete = new Promise<void>((resolve) =>
    session.once('Tracing.tracingComplete', () => resolve()),
  );
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return { events, done };
}

/** In milliseconds. */
function processorTime({ dur = 0, tdur = dur }: TraceEvent): number {
  return tdur / 1000;
}

/** Milliseconds of garbage collection within `task`: whole collections, and steps of marking for the next. */
function collecting(task: TraceEvent, events: readonly TraceEvent[]): number {
  const end = endOf(task);
  let sum = 0;
  let done = task.ts;
  const collections = events
    .filter(
      ({ name, tid, ts }) => isCollection(name) && tid === task.tid && ts >= task.ts && ts < end,
    )
    .sort((a, b) => a.ts - b.ts || endOf(b) - endOf(a));
  for (const one of collections) {
    // One within another counts with it.
    if (one.ts < done) continue;
    sum += processorTime(one);
    done = endOf(one);
  }
  return sum;
}

/** In microseconds. */
const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;

function isCollection(name: string): boolean {
  return name === 'MinorGC' || name === 'MajorGC' || name.startsWith('V8.GC_');
}

function isOurs({ name, args }: TraceEvent, scripts: RegExp): boolean {
  return SCRIPT_EVENTS.includes(name) && scripts.test(args?.data?.url ?? '');
}
