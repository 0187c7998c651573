import type { Caller } from '../../utils/messages/answer-background.ts';
import type { BackgroundCalls, CallError, Handlers } from '../../utils/messages.ts';
import type { ReadingListStore } from '../../utils/reading-list/store.ts';
import { attempt, refusal } from './failure.ts';

type ListCall = 'save' | 'unsave' | 'savedOn';

/** Whether `caller` may speak of the page at `address`: a page only of its own origin. */
function mayConcern(caller: Caller, address: string): boolean {
  if (caller.kind === 'extension') return true;
  if (!URL.canParse(address) || !URL.canParse(caller.address)) return false;
  const [own, other] = [new URL(caller.address), new URL(address)];
  return own.origin === other.origin && own.protocol === other.protocol;
}

const notYours = (): { ok: false; error: CallError } =>
  refusal('A page may only concern itself with what was saved from it.');

/** Answers the calls that keep passages. `openList` gives the open list, or rejects. */
export function listCalls(
  openList: () => Promise<ReadingListStore>,
): Pick<Handlers<BackgroundCalls, Caller>, ListCall> {
  return {
    save: (request, caller) => {
      if (!mayConcern(caller, request.page.address)) return notYours();
      return attempt(async () => (await openList()).savePassage(request));
    },

    unsave: async ({ id }, caller) => {
      const found = await attempt(async () => (await openList()).passage(id));
      if (!found.ok) return found;
      if (found.value === null) return { ok: true, value: null };
      if (!mayConcern(caller, found.value.source)) return notYours();
      return attempt(async () => {
        await (await openList()).remove([id]);
        return null;
      });
    },

    savedOn: ({ address }, caller) => {
      if (!mayConcern(caller, address)) return notYours();
      return attempt(async () => {
        const passages = await (await openList()).passagesOn(address);
        return passages.map(({ id, selector }) => ({ id, selector }));
      });
    },
  };
}
