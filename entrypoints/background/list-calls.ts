import type { Caller } from '../../utils/messages/answer-background.ts';
import type { BackgroundCalls, CallError, Handlers, Result } from '../../utils/messages.ts';
import type { PassageRecord } from '../../utils/reading-list/model.ts';
import type { ReadingListStore } from '../../utils/reading-list/store.ts';
import { attempt, refusal } from './failure.ts';

type ListCall =
  | 'save'
  | 'unsave'
  | 'resave'
  | 'savedOn'
  | 'savedPassage'
  | 'annotate'
  | 'writeNote';

/** Whether `caller` may speak of the page at `address`: a page only of its own origin. */
function mayConcern(caller: Caller, address: string): boolean {
  if (caller.kind === 'extension') return true;
  if (!URL.canParse(address) || !URL.canParse(caller.address)) return false;
  const [own, other] = [new URL(caller.address), new URL(address)];
  return own.origin === other.origin && own.protocol === other.protocol;
}

const notYours = (): { ok: false; error: CallError } =>
  refusal('A page may only concern itself with what was saved from it.');

/** Answers the calls that keep passages. `openList` gives the open list, or rejects; `openNote` opens the window for a note. */
export function listCalls(
  openList: () => Promise<ReadingListStore>,
  openNote: (id: string) => Promise<void>,
): Pick<Handlers<BackgroundCalls, Caller>, ListCall> {
  /** The passage of that id, where the caller may concern itself with it. */
  async function passageFor(id: string, caller: Caller): Promise<Result<PassageRecord | null>> {
    const found = await attempt(async () => (await openList()).passage(id));
    if (!found.ok || found.value === null) return found;
    return mayConcern(caller, found.value.source) ? found : notYours();
  }

  return {
    save: (request, caller) => {
      if (!mayConcern(caller, request.page.address)) return notYours();
      return attempt(async () => (await openList()).savePassage(request));
    },

    unsave: async ({ id }, caller) => {
      const found = await passageFor(id, caller);
      if (!found.ok) return found;
      if (found.value === null) return { ok: true, value: null };
      return attempt(async () => {
        await (await openList()).remove([id]);
        return null;
      });
    },

    resave: async ({ id }, caller) => {
      const found = await passageFor(id, caller);
      if (!found.ok) return found;
      return attempt(async () => {
        await (await openList()).restore([id]);
        return null;
      });
    },

    savedPassage: async ({ id }, caller) => {
      const found = await passageFor(id, caller);
      if (!found.ok) return found;
      if (found.value === null || found.value.deletedAt !== null) return { ok: true, value: null };
      const { selector, language, note, tags, status, savedAt } = found.value;
      const value = { id, exact: selector.exact, language, note, tags, status, savedAt };
      return { ok: true, value };
    },

    annotate: async ({ id, note, tags, status }, caller) => {
      const found = await passageFor(id, caller);
      if (!found.ok) return found;
      return attempt(async () => {
        const changed = {
          ...(note !== undefined && { note }),
          ...(tags !== undefined && { tags }),
          ...(status !== undefined && { status }),
        };
        await (await openList()).update(id, changed);
        return null;
      });
    },

    writeNote: async ({ id }, caller) => {
      const found = await passageFor(id, caller);
      if (!found.ok) return found;
      return attempt(async () => {
        await openNote(id);
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
