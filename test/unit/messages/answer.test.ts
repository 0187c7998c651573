import { describe, expect, it, vi } from 'vitest';
import { answerCalls, type MessageSender } from '../../../utils/messages/answer.ts';
import { callerOf } from '../../../utils/messages/answer-background.ts';

const OWN = 'chrome-extension://own/';

function listener(handlers: Record<string, (request: never, sender: unknown) => unknown>) {
  return answerCalls({
    to: 'background',
    handlers,
    check: (_, request) => (request === 'bad' ? 'it is bad' : null),
    senderOf: (sender) => {
      const who = callerOf(sender, 'own', OWN);
      return who === null ? null : { who };
    },
  });
}

const PAGE: MessageSender = { id: 'own', url: 'https://a.example/x', frameId: 3, tab: { id: 9 } };

function ask(
  listen: ReturnType<typeof listener>,
  message: unknown,
  sender: MessageSender = PAGE,
): Promise<unknown> {
  return new Promise((resolve) => {
    if (listen(message, sender, resolve) !== true) resolve('not heard');
  });
}

const message = (name: string, request: unknown = null, to = 'background') => ({
  parallax: 1,
  to,
  name,
  request,
});

describe('answering calls', () => {
  it('answers with what the handler gives, and tells it who asks', async () => {
    const card = vi.fn(async () => ({ ok: true, value: 'done' }));
    expect(await ask(listener({ card }), message('card', { item: 'x' }))).toEqual({
      ok: true,
      value: 'done',
    });
    expect(card).toHaveBeenCalledWith(
      { item: 'x' },
      { kind: 'page', tabId: 9, frameId: 3, address: 'https://a.example/x' },
    );
  });

  it('knows pages of the extension from web pages, also in tabs', () => {
    expect(
      callerOf({ id: 'own', url: `${OWN}reading-list.html`, tab: { id: 1 } }, 'own', OWN),
    ).toEqual({ kind: 'extension' });
    expect(
      callerOf({ id: 'own', url: 'https://evil.example/#chrome-extension://own/' }, 'own', OWN),
    ).toBe(null);
  });

  it('does not hear other extensions, other ends and foreign messages', async () => {
    const listen = listener({ card: () => ({ ok: true, value: 1 }) });
    expect(await ask(listen, message('card'), { ...PAGE, id: 'other' })).toBe('not heard');
    expect(await ask(listen, message('card', null, 'page'))).toBe('not heard');
    for (const foreign of [null, 'x', 7, {}, { parallax: 2 }, { type: 'wxt:ping' }]) {
      expect(await ask(listen, foreign)).toBe('not heard');
    }
  });

  it('refuses unknown names, names of every object, and malformed requests as values', async () => {
    const listen = listener({ card: () => ({ ok: true, value: 1 }) });
    for (const refused of [message('nothing'), message('constructor'), message('card', 'bad')]) {
      expect(await ask(listen, refused)).toMatchObject({
        ok: false,
        error: { failure: 'refused', remedy: expect.any(String) },
      });
    }
  });

  it('turns what a handler throws into a value', async () => {
    const listen = listener({
      card: () => {
        throw new Error('the index is gone');
      },
    });
    expect(await ask(listen, message('card'))).toMatchObject({
      ok: false,
      error: { failure: 'failed', message: 'the index is gone' },
    });
  });
});
