import { type PageParts, type PartName, takePart } from '../../utils/messages/page-parts.ts';
import { callBackground, type Result } from '../../utils/messages.ts';

/** A part of this script, loaded into the page's frame if it is not there yet. */
export async function loadPart<Name extends PartName>(
  name: Name,
): Promise<Result<PageParts[Name]>> {
  const there = takePart(name);
  if (there !== null) return { ok: true, value: there };
  const answer = await callBackground('loadPart', { name });
  if (!answer.ok) return answer;
  const part = takePart(name);
  if (part !== null) return { ok: true, value: part };
  return {
    ok: false,
    error: {
      failure: 'failed',
      code: 'part-missing',
      message: `The part "${name}" of the extension did not load.`,
      remedy: 'Reload the page and try again.',
    },
  };
}
