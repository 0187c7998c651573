import type { SavedHost, SavedSession } from '../../utils/messages/page-parts.ts';
import { openSaved } from './open-saved.tsx';

/** States of a page that was read to its end. */
const READ: readonly string[] = ['ready', 'off-subject'];

/** What the reader wrote on saved passages, shown on their page: at most one at a time. */
export function createSession(host: SavedHost): SavedSession {
  const { document, page, tongue, phraseOf, bringIntoSight } = host;
  let end = (): void => {};
  let turn = 0;
  const inOrder = () => [...page.saved].sort((a, b) => a.start - b.start);

  async function open(id: string): Promise<void> {
    end();
    turn += 1;
    const mine = turn;
    const spoken = await tongue();
    if (mine !== turn) return;
    const all = inOrder();
    const at = all.findIndex((one) => one.id === id);
    const here = all[at];
    const highlight = `saved-${id}`;
    if (here) page.setCurrent(highlight);
    const goBy = (by: 1 | -1): void => {
      const next = all[(at + by + all.length) % all.length];
      if (next) void show(next.id, true, true);
    };
    end = openSaved(document, {
      id,
      theme: page.settings.theme,
      ...spoken,
      place: here ? { phrase: phraseOf(highlight), text: textOf(here) } : null,
      step: all.length > 1 && here ? goBy : null,
      closed: () => (here ? page.setCurrent(null) : undefined),
    });
  }

  async function show(id: string | null, isLast: boolean, opens = id === null): Promise<boolean> {
    const all = inOrder();
    const here = id === null ? all[0] : all.find((one) => one.id === id);
    if (here) {
      bringIntoSight(`saved-${here.id}`);
      if (opens || !here.isExact) await open(here.id);
    } else if (id !== null && isLast && READ.includes(page.state.state)) await open(id);
    return here !== undefined;
  }

  return { show, close: () => end() };
}

/** What a saved passage says on the page now. */
function textOf({ start, end, passages }: SavedHost['page']['saved'][number]): string {
  return passages.text.slice(start - passages.start, end - passages.start);
}
