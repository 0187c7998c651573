/** A call on its way. `parallax` is the version of this envelope. */
export interface Envelope {
  readonly parallax: 1;
  readonly to: 'background' | 'page';
  readonly name: string;
  readonly request: unknown;
}

/** The call in a message, or null where the message is not one of ours. */
export function parseEnvelope(message: unknown): Envelope | null {
  if (typeof message !== 'object' || message === null) return null;
  const { parallax, to, name, request } = message as Record<string, unknown>;
  if (parallax !== 1 || typeof name !== 'string') return null;
  if (to !== 'background' && to !== 'page') return null;
  return { parallax, to, name, request: request ?? null };
}
