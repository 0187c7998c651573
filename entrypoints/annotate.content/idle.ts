/** Not in every `lib.dom.d.ts` yet: Prioritized Task Scheduling. */
interface Scheduler {
  postTask(task: () => void, options: { priority: 'user-visible' }): Promise<void>;
}

/** Resolves when the page has had its turn: input and tasks that wait go first. */
export function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return new Promise((resolve) => {
    if (scheduler) scheduler.postTask(resolve, { priority: 'user-visible' }).catch(resolve);
    else setTimeout(resolve);
  });
}
