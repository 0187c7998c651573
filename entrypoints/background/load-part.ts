import { browser } from '#imports';
import type { Caller } from '../../utils/messages/answer-background.ts';
import type { PartName } from '../../utils/messages/page-parts.ts';
import type { Result } from '../../utils/messages.ts';
import { attempt, refusal } from './failure.ts';

const FILES = { card: '/card.js', marks: '/marks.js', saved: '/saved.js' } as const;

/** Puts a part of the page's script beside the content script that asks, in its own frame. */
export async function loadPart(
  { name }: { readonly name: PartName },
  caller: Caller,
): Promise<Result<null>> {
  if (caller.kind !== 'page') return refusal('Only a page can ask for a part of its script.');
  const { tabId, frameId } = caller;
  return attempt(async () => {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files: [FILES[name]],
    });
    return null;
  });
}
