import { forgetParts } from '../../utils/messages/page-parts.ts';
import { answerPageCalls, callBackground } from '../../utils/messages.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import { takeStoredAhead } from '../../utils/settings/stored-ahead.ts';
import { readSettings, watchSettings } from '../../utils/settings.ts';
import { Annotator } from './annotator.ts';
import { CardSession } from './card-session.ts';
import type { Stop } from './found.ts';
import { loadGates } from './gates.ts';
import { watchKeyboard } from './keyboard.ts';
import { watchExtension } from './lifetime.ts';
import { watchLinks } from './link-marker.ts';
import { createNotices } from './notices.ts';
import { pageCalls } from './page-calls.ts';
import { loadPart } from './parts.ts';
import { watchPointer } from './pointer.ts';
import { createReports } from './reports.ts';
import { savedSession } from './saved-session.ts';
import { watchSelection } from './selection-button.ts';
import { loadTongue, type Tongue } from './texts.ts';
import { bringIntoSight, isLast, stopBeside } from './walk.ts';
import { watchGround } from './watch-ground.ts';

interface Page {
  readonly document: Document;
  /** Aborted when this script has to leave: it was replaced, or its extension is gone. */
  readonly signal: AbortSignal;
  /** Calls back when the address changed without the page being loaded anew; hashes do not count. */
  readonly onNavigation: (callback: () => void) => void;
  /** Aborts `signal`. */
  readonly leave: () => void;
}

/** Starts reading the page; everything ends, and the page is as it was, when `signal` aborts. */
export async function startOnPage({ document, signal, onNavigation, leave }: Page): Promise<void> {
  const ahead = takeStoredAhead();
  let gates: ReturnType<typeof loadGates> | null = loadGates(ahead);
  const settings = await readSettings(ahead).catch(() => null);
  if (settings === null || signal.aborted) return;
  forgetParts();
  let tongue: Promise<Tongue> | null = null;
  let last: Stop | null = null;
  let visited = 0;
  /** Whether the reader has stepped from here into another frame. */
  let hasLeft = false;
  let stepping = Promise.resolve();
  let changes = 0;
  let isWatching = false;
  const reports = createReports();
  const annotator: Annotator = new Annotator({
    document,
    settings,
    loadGates() {
      const first = gates;
      gates = null;
      return first ?? loadGates();
    },
    report: reports.report,
    onChange() {
      changes += 1;
      const isShown = annotator.stops.length + annotator.saved.length > 0;
      // The card comes when nothing has to wait for it any longer.
      if (isShown && annotator.state.state !== 'reading' && !isWatching) {
        isWatching = true;
        watchExtension(leave, () => annotator.mend(), signal);
        watchGround(document, () => annotator.recolour(), signal);
        prepare();
      }
      card.refresh();
    },
    onOrphaned: leave,
    onFrameGone: () => reports.frameGone(annotator.tally),
  });
  const card: CardSession = new CardSession({
    document,
    annotator,
    step,
    onFailure: (result) => {
      if (!result.ok && result.error.failure === 'orphaned') leave();
    },
    tongue: speak,
  });
  const notice = createNotices(document, () => annotator.settings.theme, signal);
  const showSaved = savedSession(document, annotator, speak, signal);

  function speak(): Promise<Tongue> {
    tongue ??= loadTongue().then((spoken) => {
      if (!spoken.isWhole) tongue = null;
      return spoken;
    });
    return tongue;
  }

  /** A card has to open at once, and to say what is wrong where nobody answers any longer. */
  function prepare(): void {
    void speak();
    void loadPart('card');
  }

  function goTo(stop: Stop, opens: boolean): void {
    last = stop;
    visited = Date.now();
    hasLeft = false;
    annotator.setCurrent(stop.highlight);
    bringIntoSight(annotator, stop.highlight);
    if (opens) void card.open(stop);
  }

  function current(): Stop | null {
    const stop = card.stop ?? last;
    return stop && annotator.stops.includes(stop) ? stop : null;
  }

  /** Steps take their turns: whether one led into another frame shows when it has ended. */
  function step(by: 1 | -1): void {
    stepping = stepping.then(() => takeStep(by));
  }

  /** Beyond the last match of a frame lies the first of the next, where there is one. */
  async function takeStep(by: 1 | -1): Promise<void> {
    const opens = card.stop !== null;
    const isAtEnd = hasLeft || isLast(annotator, current(), by);
    if (isAtEnd && (window.length > 0 || window.top !== window)) {
      const gone = await callBackground('stepOn', { by, opens, hasLeft });
      if (signal.aborted) return;
      hasLeft = gone.ok && gone.value;
      if (hasLeft) {
        card.close();
        annotator.setCurrent(null);
        last = null;
        return;
      }
    }
    const stop = stopBeside(annotator, current(), by);
    if (stop) goTo(stop, opens);
  }

  function open(): void {
    const stop = current() ?? stopBeside(annotator, null, 1);
    if (stop) goTo(stop, true);
    else void showSaved(null, true);
  }

  function applySettings(changed: Settings): void {
    const isOtherTongue = annotator.settings.interfaceLanguage !== changed.interfaceLanguage;
    if (isOtherTongue) tongue = null;
    annotator.applySettings(changed);
    void card.change(isOtherTongue);
  }

  watchPointer(document, annotator, card, (id) => void showSaved(id, true, true), signal);
  watchSelection(document, annotator, speak, notice, signal);
  watchLinks(document, annotator, card, speak, signal);
  watchKeyboard(document, annotator, card, { step, open }, signal);
  watchSettings(applySettings, signal);
  answerPageCalls(
    pageCalls({
      document,
      annotator,
      step,
      current,
      revision: () => `${performance.timeOrigin}/${changes}`,
      notice,
      visited: () => visited,
      leave: () => card.close(),
      goTo,
      showSaved: async (id, isLast) => (!id && (await card.keep())) || showSaved(id, isLast),
    }),
    signal,
  );
  onNavigation(() => {
    card.close();
    annotator.start();
  });
  // A page that was put aside hears of no changes until it comes back.
  const onShow = async ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    reports.again(annotator.tally);
    applySettings(await readSettings().catch(() => annotator.settings));
    if (annotator.saved.length > 0) annotator.start();
  };
  window.addEventListener('pageshow', onShow, { signal });
  window.addEventListener('pagehide', reports.nothing, { signal });
  signal.addEventListener('abort', () => {
    card.leave();
    annotator.stop();
  });
  annotator.start();
}
