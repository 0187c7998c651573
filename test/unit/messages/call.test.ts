import { describe, expect, it, vi } from 'vitest';
import { call } from '../../../utils/messages/call.ts';

function options(change: Partial<Parameters<typeof call>[1]> = {}) {
  return {
    to: 'background',
    name: 'card',
    request: { item: 'x' },
    timeout: 1_000,
    patience: 1_000,
    attempts: 2,
    isOrphaned: () => false,
    ...change,
  } as const;
}

describe('a call', () => {
  it('sends an envelope and hands the result on', async () => {
    const send = vi.fn(async () => ({ ok: true, value: 7 }));
    expect(await call(send, options())).toEqual({ ok: true, value: 7 });
    expect(send).toHaveBeenCalledExactlyOnceWith({
      parallax: 1,
      to: 'background',
      name: 'card',
      request: { item: 'x' },
    });
  });

  it.each([
    'Could not establish connection. Receiving end does not exist.',
    'The message port closed before a response was received.',
    'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
  ])('is made once more after "%s"', async (message) => {
    const send = vi.fn<() => Promise<unknown>>();
    send.mockRejectedValueOnce(new Error(message)).mockResolvedValueOnce({ ok: true, value: 1 });
    expect(await call(send, options())).toEqual({ ok: true, value: 1 });
  });

  it('is made once more where nobody answered, and gives up after that', async () => {
    const send = vi.fn(async () => undefined);
    expect(await call(send, options())).toMatchObject({
      ok: false,
      error: { failure: 'no-receiver', remedy: expect.stringContaining('Reload') },
    });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('is sent again where nobody says a word, and takes the first answer', async () => {
    const send = vi.fn<() => Promise<unknown>>();
    send.mockReturnValueOnce(new Promise(() => {})).mockResolvedValueOnce({ ok: true, value: 3 });
    expect(await call(send, options({ patience: 20 }))).toEqual({ ok: true, value: 3 });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('is not sent again once it was answered', async () => {
    const send = vi.fn(async () => ({ ok: true, value: 3 }));
    await call(send, options({ patience: 20 }));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(send).toHaveBeenCalledOnce();
  });

  it('is not made again where the callee failed', async () => {
    const send = vi.fn(async () => ({ ok: false, error: { failure: 'failed' } }));
    await call(send, options());
    expect(send).toHaveBeenCalledOnce();
  });

  it('knows a page that has lost its extension, before and while it is made', async () => {
    const send = vi.fn(async () => {
      throw new Error('Extension context invalidated.');
    });
    expect(await call(send, options())).toMatchObject({ error: { failure: 'orphaned' } });
    const never = vi.fn();
    const orphaned = await call(never, options({ isOrphaned: () => true }));
    expect(orphaned).toMatchObject({ ok: false, error: { failure: 'orphaned' } });
    expect(never).not.toHaveBeenCalled();
  });

  it('bears senders that throw at once', async () => {
    const send = (): Promise<unknown> => {
      throw new TypeError('broken');
    };
    expect(await call(send, options())).toMatchObject({ error: { failure: 'failed' } });
  });

  it('ends after its time', async () => {
    const send = () => new Promise(() => undefined);
    expect(await call(send, options({ timeout: 5 }))).toMatchObject({
      ok: false,
      error: { failure: 'timeout' },
    });
  });
});
