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

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('queues', () => {
  it('run tasks of one name one after the other, and of other names beside them', async () => {
    const log: string[] = [];
    const inTurn = createQueues();
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

  it('go on after a task that failed, and tell its caller alone', async () => {
    const inTurn = createQueues();
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
