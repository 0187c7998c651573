import { describe, expect, it } from 'vitest';
import { createQueues } from '../../../entrypoints/background/queues.ts';

/** A task that ends when it is told to. */
function gated(log: string[], name: string) {
  let open = (): void => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const task = async (): Promise<string> => {
    log.push(`${name} begins`);
    await gate;
    log.push(`${name} ends`);
    return name;
  };
  return { open, task };
}

const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

describe('queues', () => {
  it('run tasks of one name one after the other, and of other names beside them', async () => {
    const log: string[] = [];
    const inTurn = createQueues(settle);
    const [first, second, other] = ['first', 'second', 'other'].map((name) => gated(log, name));
    const answers = [
      inTurn('page', first?.task ?? fail),
      inTurn('page', second?.task ?? fail),
      inTurn('another page', other?.task ?? fail),
    ];
    await settle();
    expect(log).toEqual(['first begins', 'other begins']);
    other?.open();
    second?.open();
    await settle();
    expect(log).toEqual(['first begins', 'other begins', 'other ends']);
    first?.open();
    expect(await Promise.all(answers)).toEqual(['first', 'second', 'other']);
    expect(log.slice(3)).toEqual(['first ends', 'second begins', 'second ends']);
  });

  it('send what one task has answered before the next begins', async () => {
    const log: string[] = [];
    const inTurn = createQueues(settle);
    const answer = async (): Promise<void> => {
      await inTurn('page', async () => {});
      // An answer is sent some turns of promises after its task has ended.
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      log.push('answered');
    };
    await Promise.all([answer(), inTurn('page', async () => void log.push('next begins'))]);
    expect(log).toEqual(['answered', 'next begins']);
  });

  it('go on after a task that failed, and tell its caller alone', async () => {
    const inTurn = createQueues(settle);
    const failing = inTurn('page', fail);
    const next = inTurn('page', async () => 'next');
    await expect(failing).rejects.toThrow('failed');
    expect(await next).toBe('next');
    expect(await inTurn('page', async () => 'later')).toBe('later');
  });
});

async function fail(): Promise<string> {
  throw new Error('failed');
}
