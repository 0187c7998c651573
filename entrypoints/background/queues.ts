/**
 * Makes a function that runs tasks of one `name` one after the other, in the order in which they came, and
 * those of other names beside them: a page that asks for more before it was answered gets what it asked
 * first as soon as if it had asked for that alone. Between two tasks stands a `pause`, in which the answer to
 * the first is sent. A task that fails holds up none.
 */
export function createQueues(
  pause: () => Promise<void>,
): <T>(name: string, task: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (name, task) => {
    const before = last.get(name);
    const own = before === undefined ? task() : before.then(pause).then(task);
    const done = own.catch(() => {});
    last.set(name, done);
    try {
      return await own;
    } finally {
      if (last.get(name) === done) last.delete(name);
    }
  };
}
