import { browser } from '#imports';
import type { InterfaceLanguage, Texts } from './i18n/translate.ts';
import type { Gate } from './match/gate.ts';
import type { Degree, ItemKind, Match } from './match/types.ts';
import { answerCalls } from './messages/answer.ts';
import { call } from './messages/call.ts';
import type { CallError, Result } from './messages/call-error.ts';
import type { FrameStep, PageTally } from './messages/frames.ts';
import type { PackCoverage, PageTopic } from './messages/pack-answers.ts';
import type { PartName } from './messages/page-parts.ts';
import { checkPageRequest } from './messages/page-requests.ts';
import type {
  MatchedItem,
  PageDescription,
  PassageSelector,
  PassageToSave,
  SavedPassage,
} from './messages/saving.ts';
import type { CardData } from './pack/card-data.ts';
import type { Settings } from './settings/settings.ts';

export type { CallError, CallFailure, ProblemCode, Result } from './messages/call-error.ts';
export type {
  FrameStep,
  MatchedItem,
  PackCoverage,
  PageDescription,
  PageTally,
  PageTopic,
  PassageSelector,
  PassageToSave,
  SavedPassage,
};

/** What a page's view (popup, side panel) shows. */
export interface PageView {
  readonly state:
    | 'ready'
    | 'reading'
    | 'off-subject'
    | 'off-here'
    | 'off-everywhere'
    | 'orphaned'
    | 'failed';
  /** What went wrong, where `state` is `failed`. */
  readonly problem: CallError | null;
  readonly matches: readonly PageViewMatch[];
  /** Whether the page is longer than what was read of it. */
  readonly isCut?: boolean;
  /** Index in `matches` of the one last visited, or -1. */
  readonly current: number;
}

/** Where the reader is on a page; small, so that it can be asked for often. */
export interface PagePlace {
  /** Changes whenever the page's view has changed; no two pages share one. */
  readonly revision: string;
  /** Address of the page, or of the frame that was asked. */
  readonly address: string;
  /** Index in `PageView.matches` of the first one that is not above the window, or -1. */
  readonly top: number;
  /** As in `PageView`. */
  readonly current: number;
  /** When the reader last went to a match here, in milliseconds since 1970; 0 where that never was. */
  readonly visited: number;
}

export interface PageViewMatch {
  readonly index: number;
  readonly item: string;
  readonly kind: ItemKind;
  /** Whether the match rests on a report of an official text, not on its words. */
  readonly isReport: boolean;
  readonly degree: Degree;
  readonly topic: string;
  /** The page's words, shortened to at most 160 characters. */
  readonly text: string;
  /** Short name of the item. */
  readonly title: string;
  /** Where it stands in a frame: the site of that frame, or null where that has none. */
  readonly embedded?: string | null;
}

/** A passage of a page with its surroundings, at most 4,000 characters; the match is `[start, end)`. */
export interface PassageAsked {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Calls that the background answers. */
export interface BackgroundCalls {
  /**
   * Says that a page will soon ask for its matches: a background that was stopped, and its pack, are
   * there sooner then.
   */
  wake(request: null): Result<null>;
  /**
   * Finds all matches in `text` (paragraphs separated by two line feeds; at most 200,000 characters a
   * call) at the sensitivity of `settings`, with titles in their language; where they are not given,
   * they are read. Kinds that are switched off and muted items are among them:
   * the caller leaves them out (`isMuted`), so that a changed setting needs no new search.
   */
  match(request: {
    readonly text: string;
    readonly settings?: Pick<Settings, 'sensitivity' | 'interfaceLanguage'> | undefined;
  }): Result<{
    readonly matches: readonly Match[];
    readonly titles: Readonly<Record<string, string>>;
    /** Those of the items of which only a report is known. */
    readonly reports: readonly string[];
  }>;
  /** What a card shows; with the passage, also how its figure lies to those of the item. */
  card(request: { readonly item: string; readonly passage?: PassageAsked }): Result<CardData>;
  /**
   * The texts of the card and of notices in the reader's language (`cardTexts` of utils/i18n.ts), for
   * `translatorOf(language, texts)`. Ask once, before the first card: a page that outlives an update
   * of the extension still has its texts then.
   */
  texts(request: null): Result<{ readonly language: InterfaceLanguage; readonly texts: Texts }>;
  save(request: PassageToSave): Result<{ readonly id: string; readonly alreadySaved: boolean }>;
  unsave(request: { readonly id: string }): Result<null>;
  /** Brings back what `unsave` took out. */
  resave(request: { readonly id: string }): Result<null>;
  /** A saved passage with what the reader wrote on it; null where it is there no longer. */
  savedPassage(request: { readonly id: string }): Result<SavedPassage | null>;
  /** Changes what the reader wrote on a saved passage; what is not named stays. */
  annotate(request: {
    readonly id: string;
    readonly note?: string | undefined;
    readonly tags?: readonly string[] | undefined;
    readonly status?: SavedPassage['status'] | undefined;
  }): Result<null>;
  /** Opens a window in which note and tags of a saved passage are written. */
  writeNote(request: { readonly id: string }): Result<null>;
  /** Says that the list has changed; null where any record may have. For the extension's pages only. */
  listChanged(request: { readonly ids: readonly string[] | null }): Result<null>;
  /** Opens the page of a saved passage and goes to it. For the extension's pages only. */
  openPassage(request: { readonly id: string }): Result<null>;
  /** Saved passages of a page, to be shown on it when it is opened again. */
  savedOn(request: {
    readonly address: string;
  }): Result<readonly { id: string; selector: PassageSelector }[]>;
  /** Says what the sender's frame adds to the badge of its tab. */
  pageChanged(request: PageTally): Result<null>;
  /** Goes on to the matches of the sender's next frame, or the one before; false where there is none. */
  stepOn(request: FrameStep): Result<boolean>;
  /** Mutes an item on the sender's site or everywhere, or undoes that. */
  mute(request: {
    readonly item: string;
    readonly where: 'site' | 'everywhere';
    readonly muted: boolean;
  }): Result<null>;
  /** Short names of items in the reader's language; an item that has vanished has its id. */
  titles(request: { readonly items: readonly string[] }): Result<Readonly<Record<string, string>>>;
  /** Which pack is installed and what it covers. */
  coverage(request: null): Result<PackCoverage>;
  /**
   * The gates of the installed packs. They also lie under `gates` in local storage, where a content
   * script reads them without a message; it asks here where they are not there yet.
   */
  gates(request: null): Result<readonly Gate[]>;
  /** The topics of items found on a page, with all their framings, in the reader's language. */
  topics(request: { readonly items: readonly string[] }): Result<readonly PageTopic[]>;
  /**
   * What a reader sees for topics, in the reader's language: a question, or the name of a subject. A
   * topic that the index does not know is left out.
   */
  topicNames(request: {
    readonly topics: readonly string[];
  }): Result<Readonly<Record<string, string>>>;
  /**
   * Keeps the page of a tab as a whole, and says so on the page. For pages of the extension only.
   */
  savePage(request: { readonly tabId: number }): Result<null>;
  /** Puts a part of the page's script (see `PageParts`) beside the content script that asks. */
  loadPart(request: { readonly name: PartName }): Result<null>;
  /** Opens the reading list, or goes to the tab that shows it. */
  openReadingList(request: null): Result<null>;
}

/** Calls that a page's content script answers, in each frame for itself. */
export interface PageCalls {
  view(request: null): Result<PageView>;
  place(request: null): Result<PagePlace>;
  /** Scrolls to the match and opens its card. */
  open(request: { readonly index: number }): Result<null>;
  step(request: { readonly by: 1 | -1 }): Result<null>;
  /** Goes to the first or last match, coming from another frame; false where there is none. */
  enter(request: FrameStep): Result<boolean>;
  /** Closes the card: the reader has gone to another frame. */
  leave(request: null): Result<null>;
  tally(request: null): Result<PageTally>;
  /** The reader's selection, for saving. */
  selection(request: null): Result<PassageToSave | null>;
  /** What the page says of itself, for saving the page as a whole. */
  describe(request: null): Result<PageDescription>;
  /**
   * Goes to a saved passage; without an id keeps that of the open card, or else opens the first saved one of
   * the page. Whether that was done: what does not stand on the page is shown as it was saved only where `isLast`.
   */
  showSaved(request: { readonly id: string | null; readonly isLast: boolean }): Result<boolean>;
  /** Shows a short notice on the page, for example after saving from the context menu. */
  notice(request: { readonly text: string }): Result<null>;
}

/** The functions that answer calls of the contract `Calls`; `sender` says who asks. */
export type Handlers<Calls, Sender> = {
  readonly [Name in keyof Calls]: Calls[Name] extends (request: infer Request) => infer Answer
    ? (request: Request, sender: Sender) => Answer | Promise<Answer>
    : never;
};

type Request<Calls, Name extends keyof Calls> = Calls[Name] extends (request: infer R) => unknown
  ? R
  : never;
type Answer<Calls, Name extends keyof Calls> = Calls[Name] extends (request: never) => infer A
  ? A
  : never;

const BACKGROUND_TIMEOUT = 20_000;
const PAGE_TIMEOUT = 5_000;
/** Longer than the background takes for anything, and shorter than a reader waits. */
const BACKGROUND_PATIENCE = 4_000;

/**
 * Asks the background. Never rejects: every failure is a `Result`. A call that found a dying worker
 * is made once more, so every handler must bear being called twice.
 */
export function callBackground<Name extends keyof BackgroundCalls>(
  name: Name,
  request: Request<BackgroundCalls, Name>,
): Promise<Answer<BackgroundCalls, Name>> {
  return call((message) => browser.runtime.sendMessage(message), {
    to: 'background',
    name,
    request,
    timeout: BACKGROUND_TIMEOUT,
    patience: BACKGROUND_PATIENCE,
    attempts: 2,
    isOrphaned: () => !browser.runtime?.id,
  });
}

/** Asks the content script of a tab, by default of its top frame. Never rejects. */
export function callPage<Name extends keyof PageCalls>(
  tabId: number,
  name: Name,
  request: Request<PageCalls, Name>,
  frameId = 0,
): Promise<Answer<PageCalls, Name>> {
  return call((message) => browser.tabs.sendMessage(tabId, message, { frameId }), {
    to: 'page',
    name,
    request,
    timeout: PAGE_TIMEOUT,
    patience: null,
    attempts: 1,
    isOrphaned: () => false,
  });
}

/** Answers calls made to this page until `signal` aborts. Only the extension itself is heard. */
export function answerPageCalls(handlers: Handlers<PageCalls, null>, signal: AbortSignal): void {
  const listen = answerCalls({
    to: 'page',
    handlers,
    check: checkPageRequest,
    senderOf: (sender) => (sender.id === browser.runtime.id ? { who: null } : null),
  });
  browser.runtime.onMessage.addListener(listen);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listen), {
    once: true,
  });
}
