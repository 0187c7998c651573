import type { Span } from '../../utils/match/types.ts';
import type {
  Handlers,
  PageCalls,
  PagePlace,
  PageView,
  PassageToSave,
  Result,
} from '../../utils/messages.ts';
import { addressOf } from './address.ts';
import type { Annotator } from './annotator.ts';
import type { Stop } from './found.ts';
import { loadPart } from './parts.ts';
import { topStop } from './walk.ts';

/** Longest excerpt in the page's view, in UTF-16 units. */
const EXCERPT = 160;

interface Options {
  readonly document: Document;
  readonly annotator: Annotator;
  /** Goes to a stop and may open its card. */
  readonly goTo: (stop: Stop, opens: boolean) => void;
  readonly step: (by: 1 | -1) => void;
  readonly current: () => Stop | null;
  /** When the reader last went to a stop, in milliseconds since 1970; 0 for never. */
  readonly visited: () => number;
  readonly leave: () => void;
  readonly revision: () => string;
  readonly notice: (text: string) => Promise<void>;
  readonly showSaved: (id: string | null, isLast: boolean) => Promise<boolean>;
}

const DONE: Result<null> = { ok: true, value: null };

/** What this page answers to the popup, the side panel and the context menu. */
export function pageCalls(options: Options): Handlers<PageCalls, null> {
  const { document, annotator, goTo, step, leave, notice } = options;
  return {
    view: () => ({ ok: true, value: viewOf(options) }),
    place: () => ({ ok: true, value: placeOf(options) }),
    open({ index }) {
      const stop = annotator.stops[index];
      if (stop === undefined) return gone();
      goTo(stop, true);
      return DONE;
    },
    step({ by }) {
      step(by);
      return DONE;
    },
    enter({ by, opens }) {
      const stop = annotator.stops.at(by === 1 ? 0 : -1);
      if (stop === undefined) return { ok: true, value: false };
      window.focus();
      goTo(stop, opens);
      return { ok: true, value: true };
    },
    leave() {
      leave();
      return DONE;
    },
    tally: () => ({ ok: true, value: annotator.tally }),
    selection: () => selectedPassage(document, selectionOf(document)),
    async describe() {
      const part = await loadPart('saved');
      return part.ok
        ? { ok: true, value: part.value.describe(document, addressOf(document)) }
        : part;
    },
    showSaved: async ({ id, isLast }) => ({ ok: true, value: await options.showSaved(id, isLast) }),
    async notice({ text }) {
      await notice(text);
      return DONE;
    },
  };
}

function gone(): Result<null> {
  return {
    ok: false,
    error: {
      failure: 'failed',
      code: 'passage-gone',
      message: 'The page no longer holds that passage.',
      remedy: 'Open the list again: it shows what the page holds now.',
    },
  };
}

function placeOf(options: Options): PagePlace {
  const { annotator, revision, visited } = options;
  const top = topStop(annotator);
  const address = addressOf(options.document);
  return { revision: revision(), address, top, current: currentOf(options), visited: visited() };
}

function currentOf({ annotator, current }: Options): number {
  const open = current();
  return open === null ? -1 : annotator.stops.indexOf(open);
}

function viewOf(options: Options): PageView {
  const { stops, state } = options.annotator;
  return {
    ...state,
    current: currentOf(options),
    matches: stops.map(({ found: { item, kind, match, passages, title, isReport } }, index) => ({
      index,
      item,
      kind,
      isReport,
      degree: match.degree,
      topic: match.topic,
      text: excerptOf(passages.text, match),
      title,
    })),
  };
}

/** Looks at no more than twice its length: a page may have thousands of matches. */
function excerptOf(text: string, { start, end }: Span): string {
  const words = text
    .slice(start, Math.min(end, start + 2 * EXCERPT))
    .replace(/\s+/g, ' ')
    .trim();
  return words.length <= EXCERPT ? words : `${words.slice(0, EXCERPT - 1).trimEnd()}…`;
}

function selectionOf(document: Document): Range | null {
  const selection = document.getSelection();
  const isNone = selection === null || selection.rangeCount === 0 || selection.isCollapsed;
  return isNone ? null : selection.getRangeAt(0);
}

/** What is sent to keep what was read of `range`; null where that is nothing. */
export async function selectedPassage(
  document: Document,
  range: Range | null,
): Promise<Result<PassageToSave | null>> {
  if (range === null) return { ok: true, value: null };
  const part = await loadPart('saved');
  if (!part.ok) return part;
  return { ok: true, value: await part.value.selected(document, addressOf(document), range) };
}
