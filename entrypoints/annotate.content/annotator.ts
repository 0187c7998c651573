import type { CallError, PageTally, PageView } from '../../utils/messages.ts';
import { hasHighlights } from '../../utils/paint/css-highlight.ts';
import type { Highlight, Painter } from '../../utils/paint/painter.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import { PageText } from '../../utils/text/page-text.ts';
import { addressOf, switchOf } from './address.ts';
import { asksAnew, recolours, startsAnew } from './changed-settings.ts';
import { type Changed, type Changes, watchChanges } from './changes.ts';
import { drawingOf } from './drawing.ts';
import type { Reading, SavedHere, Stop } from './found.ts';
import { nextTurn } from './idle.ts';
import { groundOf, NO_PAINTER, painterFor } from './painters.ts';
import { loadPart } from './parts.ts';
import { readPage } from './read-page.ts';
import { savedOn, watchPlaces } from './saved-places.ts';
import { listenForSubject } from './subject.ts';
import type { AnnotatorOptions, Visit } from './visit.ts';
import { knowNothing, noteChanged, pauseAfter, wake } from './visit.ts';

const NOTHING: Reading = { found: [], saved: [] };
const NO_MATCHES = { ok: true, value: { matches: [], titles: {}, reports: [] } } as const;

/** Reads one page, keeps its highlights painted and says what stands on it. */
export class Annotator {
  readonly #options: AnnotatorOptions;
  #settings: Settings;
  #painter: Painter = NO_PAINTER;
  #state: PageView['state'] = 'reading';
  #problem: CallError | null = null;
  #reading: Reading = NOTHING;
  #highlights: readonly Highlight[] = [];
  #stops: readonly Stop[] = [];
  #current: string | null = null;
  /** Whether what is painted stands on a dark ground; null where nothing is. */
  #isOnDark: boolean | null = null;
  #visit: Visit | null = null;
  #changes: Changes | null = null;
  #isReading = false;
  #readAgain = false;
  /** Whether the reader has asked to see marks that are off until asked for. */
  #isAsked = false;

  constructor(options: AnnotatorOptions) {
    this.#options = options;
    this.#settings = options.settings;
  }

  get state() {
    return { state: this.#state, problem: this.#problem, isCut: this.#visit?.isCut ?? false };
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** In reading order. */
  get stops(): readonly Stop[] {
    return this.#stops;
  }

  get painter(): Pick<Painter, 'hitTest' | 'rangesOf' | 'rectsOf'> {
    return this.#painter;
  }

  get saved(): readonly SavedHere[] {
    return this.#reading.saved;
  }

  /** Reads the page at its present address from the start. */
  start(): void {
    this.stop();
    const { document } = this.#options;
    const wanted = switchOf(this.#settings, document);
    if (wanted !== 'on') {
      this.#become(wanted);
      return;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const onPlaces = (isKept: boolean) => {
      visit.isKept = isKept;
      void this.#read(visit);
    };
    const visit: Visit = {
      signal,
      end: () => controller.abort(),
      isKept: watchPlaces(addressOf(document), onPlaces, signal),
      page: new PageText(document),
      known: knowNothing(this.#settings),
      hear: null,
      changed: 'everything',
      isCut: false,
      unanswered: 0,
    };
    this.#visit = visit;
    this.#become('reading');
    const onText = (changed: Changed) => {
      noteChanged(visit, changed);
      void this.#read(visit);
    };
    this.#changes = watchChanges(document, onText, this.#options.onFrameGone, signal);
    void this.#read(visit);
  }

  /** Takes everything off the page; `start` begins anew. */
  stop(): void {
    this.#visit?.end();
    this.#visit = null;
    this.#changes = null;
    this.#isReading = false;
    this.#readAgain = false;
    this.#isAsked = false;
    this.#current = null;
    this.#reading = NOTHING;
    this.#highlights = [];
    this.#stops = [];
    this.#painter.dispose();
    this.#painter = NO_PAINTER;
  }

  applySettings(settings: Settings): void {
    const before = this.#settings;
    this.#settings = settings;
    const visit = this.#visit;
    if (startsAnew(before, settings, this.#options.document, this.#isWrapping)) this.start();
    else if (visit) {
      if (recolours(before, settings)) void this.#recolour(visit);
      if (asksAnew(before, settings)) {
        // What is painted stays until the answer has come.
        visit.known = knowNothing(settings);
        void this.#read(visit);
      } else this.#draw();
    }
  }

  /** Paints what is there in the colours that the reader has chosen. */
  async #recolour({ signal }: Visit): Promise<void> {
    if (this.#painter === NO_PAINTER) return;
    const painter = await painterFor(this.#options.document, this.#settings);
    if (signal.aborted || !painter.ok) return;
    this.#painter.dispose();
    this.#painter = painter.value;
    this.#paint();
  }

  /** Sets one highlight apart; null for none. Marks that were off until asked for are shown. */
  setCurrent(highlight: string | null): void {
    this.#current = highlight;
    if (highlight !== null && !this.#isAsked) {
      this.#isAsked = true;
      if (this.#settings.marks === 'off-until-asked') this.#paint();
    }
    this.#silently(() => this.#painter.setCurrent(highlight));
  }

  /** Paints anew where the page has turned dark or light since. */
  recolour(): void {
    const ground = groundOf(this.#highlights);
    if (ground !== null && ground !== this.#isOnDark) this.#paint();
  }

  /** Paints anew where the page has taken marks or their styles away. */
  mend(): void {
    if (!this.#painter.isIntact()) this.#paint();
  }

  addSaved(saved: SavedHere): void {
    const others = this.#reading.saved.filter(({ id }) => id !== saved.id);
    this.#reading = { ...this.#reading, saved: [...others, saved] };
    this.#draw();
  }

  removeSaved(id: string): void {
    const saved = this.#reading.saved.filter((one) => one.id !== id);
    this.#reading = { ...this.#reading, saved };
    this.#draw();
  }

  async #read(visit: Visit): Promise<void> {
    if (this.#isReading) {
      this.#readAgain = true;
      return;
    }
    this.#isReading = true;
    await this.#readOnce(visit).catch((error: unknown) => {
      if (visit.signal.aborted) return;
      visit.changed = 'everything';
      this.#become('failed', { failure: 'failed', message: String(error), remedy: 'Try again.' });
    });
    if (visit.signal.aborted) return;
    this.#isReading = false;
    if (!this.#readAgain) return;
    this.#readAgain = false;
    await this.#read(visit);
  }

  async #readOnce(visit: Visit): Promise<void> {
    const { document, loadGates, onOrphaned } = this.#options;
    const { signal, known, page } = visit;
    const onShadowRoot = (root: ShadowRoot) => this.#changes?.watchRoot(root);
    visit.hear ??= listenForSubject(document, await loadGates(), nextTurn, onShadowRoot, wake);
    if (signal.aborted) return;
    const changed = visit.changed === 'everything' ? visit.changed : [...visit.changed];
    visit.changed = new Set();
    const isWanted = await visit.hear(changed === 'everything' ? [document.body] : changed);
    if (signal.aborted) return;
    if (!isWanted && !(await visit.isKept)) {
      if (this.#reading !== NOTHING) {
        this.#reading = NOTHING;
        this.#draw();
      }
      return this.#become('off-subject');
    }
    known.begin();
    if (this.#painter === NO_PAINTER) {
      const painter = await painterFor(document, this.#settings);
      if (signal.aborted) return;
      if (!painter.ok) return this.#become('failed', painter.error);
      this.#painter = painter.value;
    }
    const isFirst = this.#reading === NOTHING && !this.#isWrapping;
    const reading = await readPage(page, this.#isWrapping ? 'everything' : changed, {
      signal,
      saved: savedOn(addressOf(document), visit.isKept),
      match: async (text, onPart) => (isWanted ? known.matchesIn(text, onPart) : NO_MATCHES),
      async anchor() {
        const part = await loadPart('saved');
        return part.ok ? part.value.anchor : null;
      },
      onCut: () => {
        visit.isCut = true;
      },
      onShadowRoot,
      onHidden: (element, isBoxless) => this.#changes?.watchHidden(element, isBoxless),
      // What comes first is shown first; each time twice as much, so that long pages are not drawn often.
      onPart: (part) => {
        if (!isFirst || part.found.length <= 2 * this.#reading.found.length) return;
        this.#reading = part;
        this.#draw();
      },
      pause: nextTurn,
    });
    if (signal.aborted || reading === null) return;
    if (reading.ok) {
      visit.unanswered = 0;
      known.end();
      this.#reading = reading.value;
      this.#draw();
      return this.#become(isWanted ? 'ready' : 'off-subject');
    }
    const { error } = reading;
    if (error.failure === 'orphaned') return onOrphaned();
    const pause = pauseAfter(error, visit);
    if (pause === null) return this.#become('failed', error);
    setTimeout(() => signal.aborted || void this.#read(visit), pause);
  }

  /** Whether marks are elements: they divide the page's texts, which then are read from the start. */
  get #isWrapping(): boolean {
    return this.#settings.marks === 'elements' || !hasHighlights();
  }

  #draw(): void {
    const { document, onChange } = this.#options;
    const { highlights, stops } = drawingOf(this.#reading, this.#settings, addressOf(document));
    this.#highlights = highlights;
    this.#stops = stops;
    this.#paint();
    onChange();
    this.#options.report(this.tally);
  }

  #paint(): void {
    const isHidden = this.#settings.marks === 'off-until-asked' && !this.#isAsked;
    this.#isOnDark = groundOf(this.#highlights);
    this.#silently(() => {
      this.#painter.paint(isHidden ? [] : this.#highlights);
      this.#painter.setCurrent(this.#current);
    });
  }

  #silently(write: () => void): void {
    if (this.#changes) this.#changes.silently(write);
    else write();
  }

  #become(state: PageView['state'], problem: CallError | null = null): void {
    this.#state = state;
    this.#problem = problem;
    this.#options.onChange();
    this.#options.report(this.tally);
  }

  get tally(): PageTally {
    return { state: this.#state, count: this.#stops.length };
  }
}
