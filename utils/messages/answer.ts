import type { CallError } from '../messages.ts';
import { type Envelope, parseEnvelope } from './envelope.ts';

/** What a browser says of the sender of a message; as far as it is used here. */
export interface MessageSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?:
    | { readonly id?: number | undefined; readonly url?: string | undefined }
    | undefined;
}

interface AnswerOptions<Sender> {
  readonly to: Envelope['to'];
  /** By name; each returns a `Result` or a promise of one. Called with requests that `check` passed. */
  readonly handlers: Readonly<Record<string, (request: never, sender: Sender) => unknown>>;
  /** What is wrong with a request, or null. Names that it does not know are unknown calls. */
  readonly check: (name: string, request: unknown) => string | null;
  /** Who the sender is, or null where it is not to be heard at all. */
  readonly senderOf: (sender: MessageSender) => { readonly who: Sender } | null;
}

const refused = (message: string): { ok: false; error: CallError } => ({
  ok: false,
  error: {
    failure: 'refused',
    message,
    remedy: 'Reload the page; if it stays so, this is a fault in the extension: please report it.',
  },
});

/**
 * Makes a listener for `runtime.onMessage`. Messages that are not ours, or not for this end, or from
 * strangers are left to others; everything else is answered with a `Result`, whatever happens inside.
 */
export function answerCalls<Sender>({
  to,
  handlers,
  check,
  senderOf,
}: AnswerOptions<Sender>): (
  message: unknown,
  sender: MessageSender,
  respond: (answer: unknown) => void,
) => true | undefined {
  async function answer({ name, request }: Envelope, who: Sender): Promise<unknown> {
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (handler === undefined) return refused(`There is no call "${name.slice(0, 40)}".`);
    const wrong = check(name, request);
    if (wrong !== null) return refused(`The call "${name}" was malformed: ${wrong}.`);
    try {
      return await handler(request as never, who);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { ok: false, error: { failure: 'failed', message, remedy: 'Try again.' } };
    }
  }
  return (message, sender, respond) => {
    const envelope = parseEnvelope(message);
    if (envelope === null || envelope.to !== to) return undefined;
    const caller = senderOf(sender);
    if (caller === null) return undefined;
    void answer(envelope, caller.who).then(respond);
    return true;
  };
}
