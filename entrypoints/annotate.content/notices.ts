import { loadPart } from './parts.ts';

/** Makes the function that shows short notices on the page, one at a time, until `signal` aborts. */
export function createNotices(
  document: Document,
  theme: () => string,
  signal: AbortSignal,
): (text: string) => Promise<void> {
  let end: () => void = () => {};
  signal.addEventListener('abort', () => end());
  return async (text) => {
    const part = await loadPart('card');
    if (!part.ok || signal.aborted) return;
    end();
    end = part.value.notify(document, theme(), text);
  };
}
