import type { MuteScope } from '../../components/card/types.ts';
import type { CardPart, OpenCard } from '../../utils/messages/page-parts.ts';
import { callBackground, type Result } from '../../utils/messages.ts';
import type { CardData } from '../../utils/pack/card-data.ts';
import type { Annotator } from './annotator.ts';
import { askFor } from './ask-for.ts';
import { cardView } from './card-view.ts';
import type { Stop } from './found.ts';
import { keepStop } from './keep-stop.ts';
import { loadPart } from './parts.ts';
import { phraseOf } from './phrase.ts';
import type { Tongue } from './texts.ts';

interface Options {
  readonly document: Document;
  readonly annotator: Annotator;
  readonly tongue: () => Promise<Tongue>;
  /** Goes to the stop before or after the open one. */
  readonly step: (by: 1 | -1) => void;
  /** Called with what cannot be said on a card. */
  readonly onFailure: (result: Result<unknown>) => void;
}

type Saying =
  | 'notice.saved'
  | 'notice.alreadySaved'
  | 'notice.removed'
  | 'notice.mutedHere'
  | 'notice.mutedEverywhere'
  | 'notice.markedAgain';

const MUTED = { site: 'notice.mutedHere', everywhere: 'notice.mutedEverywhere' } as const;

/** Time after which a card says that it waits for an answer, in milliseconds. */
const PATIENCE = 150;

/** The card while it is open: at most one on a page. */
export class CardSession {
  readonly #options: Options;
  /** Loaded with the first card. */
  #part: CardPart | null = null;
  #card: OpenCard | null = null;
  #stop: Stop | null = null;
  #tongue: Tongue | null = null;
  #answer: Result<CardData> | null = null;
  #isExpanded = false;
  /** Where the reader has muted the item while its card is open: then it stays, to be undone. */
  #muted: MuteScope | null = null;
  /** Whether the item may be missing among the page's stops because of that. */
  #mayBeMissing = false;
  #notice: string | null = null;
  #returnFocus: Element | null = null;
  /** Goes up with every opening and closing, so that late answers are known. */
  #turn = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  get stop(): Stop | null {
    return this.#stop;
  }

  /** Whether `event` happened on the card. */
  holds(event: Event): boolean {
    return this.#card?.holds(event) ?? false;
  }

  /** Opens the card of a stop; a card that is open moves there and keeps the focus it has. */
  async open(stop: Stop): Promise<void> {
    const { document, annotator, tongue, onFailure } = this.#options;
    if (this.#card?.isThere() === false) this.close();
    this.#turn += 1;
    const turn = this.#turn;
    const isNew = this.#card === null;
    if (isNew) this.#returnFocus = document.activeElement;
    this.#stop = stop;
    this.#muted = null;
    this.#mayBeMissing = false;
    annotator.setCurrent(stop.highlight);
    const asked = askFor(stop);
    const [part, spoken] = await Promise.all([loadPart('card'), this.#tongue ?? tongue()]);
    if (turn !== this.#turn) return;
    if (!part.ok) {
      this.close();
      onFailure(part);
      return;
    }
    this.#part = part.value;
    const show = (answer: Result<CardData> | null): void => {
      if (turn !== this.#turn) return;
      this.#tongue = spoken;
      this.#answer = answer;
      this.#notice = null;
      const isFirst = this.#card === null;
      this.#card ??= part.value.open(document, annotator.settings.theme);
      this.#render();
      this.#follow(stop.highlight);
      if (isFirst) this.#card.focus();
    };
    const waiting = setTimeout(show, PATIENCE, null);
    const answer = await asked;
    clearTimeout(waiting);
    show(answer);
  }

  /** Changes an open card in place with the reader's choices: its theme, and its language where `isTold` anew. */
  async change(isToldAnew: boolean): Promise<void> {
    const { annotator, tongue } = this.#options;
    this.#card?.dress(annotator.settings.theme);
    const [stop, turn] = [this.#stop, this.#turn];
    if (!isToldAnew || this.#card === null || stop === null) return;
    const [spoken, answer] = await Promise.all([tongue(), askFor(stop)]);
    if (turn !== this.#turn) return;
    this.#tongue = spoken;
    if (answer.ok) this.#answer = answer;
    this.#notice = null;
    this.#render();
  }

  /** Closes the card and gives the focus back to where it was. */
  close(): void {
    this.#turn += 1;
    if (this.#stop !== null) this.#options.annotator.setCurrent(null);
    this.#stop = null;
    this.#answer = null;
    this.#tongue = null;
    const card = this.#card;
    if (card === null) return;
    this.#card = null;
    this.#tongue = null;
    this.#isExpanded = false;
    this.#muted = null;
    const hadFocus = card.hasFocus();
    card.remove();
    const back = this.#returnFocus;
    this.#returnFocus = null;
    if (hadFocus && back instanceof HTMLElement && back.isConnected) {
      back.focus({ preventScroll: true });
    }
  }

  /** Closes the card because this script has to go, and tells its reader so. */
  leave(): void {
    const [card, t] = [this.#card, this.#tongue?.t];
    const { document, annotator } = this.#options;
    this.close();
    if (card && t) this.#part?.notify(document, annotator.settings.theme, t('notice.left'));
  }

  /** To be called when the page's stops have changed: stays with its match, or closes. */
  refresh(): void {
    const before = this.#stop;
    if (before === null) return;
    const { annotator } = this.#options;
    const same = annotator.stops.filter(({ found }) => found.item === before.found.item);
    const distance = ({ found }: Stop) => Math.abs(found.start - before.found.start);
    const [nearest] = same.sort((a, b) => distance(a) - distance(b));
    if (nearest === undefined) {
      if (annotator.state.state !== 'reading' && !this.#mayBeMissing) this.close();
      return;
    }
    this.#stop = nearest;
    annotator.setCurrent(nearest.highlight);
    if (this.#muted === null) {
      this.#mayBeMissing = false;
      this.#follow(nearest.highlight);
    }
    this.#render();
  }

  #follow(highlight: string): void {
    const phrase = phraseOf(this.#options.annotator, highlight);
    this.#card?.follow(phrase, () => {
      // While the page is read anew nothing is painted; what stays away is closed by `refresh`.
      if (this.#options.annotator.state.state !== 'reading') this.close();
    });
  }

  #render(): void {
    const [card, stop, tongue, answer] = [this.#card, this.#stop, this.#tongue, this.#answer];
    if (card === null || stop === null || tongue === null) return;
    const had = card.hasFocus();
    if (answer?.ok) this.#show(card, stop, tongue, answer.value);
    else
      card.show({
        kind: 'problem',
        problem: answer?.error ?? null,
        close: () => this.close(),
        ...tongue,
      });
    // What had the focus may have gone with what was shown before.
    if (had && !card.hasFocus()) card.focus();
  }

  #show(card: OpenCard, stop: Stop, tongue: Tongue, data: CardData): void {
    const { annotator, step } = this.#options;
    card.show(
      cardView({
        data,
        stop,
        stops: annotator.stops,
        tongue,
        translations: annotator.settings.translationLanguage,
        isSaved: this.#savedId() !== null,
        expanded: this.#isExpanded,
        notice: this.#notice,
        muted: this.#muted,
        actions: {
          close: () => this.close(),
          previous: () => step(-1),
          next: () => step(1),
          save: () => void this.#save(stop, data),
          copy: (text) => void this.#copy(text),
          mute: (scope) => void this.#mute(stop, scope),
          toggleMore: () => {
            this.#isExpanded = !this.#isExpanded;
            this.#render();
          },
        },
      }),
    );
  }

  #savedId(): string | null {
    const { found } = this.#stop ?? {};
    const saved = this.#options.annotator.saved.find(
      ({ start, end }) => start === found?.start && end === found.end,
    );
    return saved?.id ?? null;
  }

  /** Keeps the passage of the open card, as its reader's keys ask; false where none is open. */
  async keep(): Promise<boolean> {
    const [stop, answer] = [this.#stop, this.#answer];
    if (stop === null || !answer?.ok) return false;
    if (this.#savedId() === null) await this.#save(stop, answer.value);
    else this.#say(answer, 'notice.alreadySaved');
    return true;
  }

  async #save(stop: Stop, data: CardData): Promise<void> {
    const { document, annotator } = this.#options;
    const { start, end, match, passages } = stop.found;
    const savedId = this.#savedId();
    if (savedId !== null) {
      const answer = await callBackground('unsave', { id: savedId });
      if (answer.ok) annotator.removeSaved(savedId);
      this.#say(answer, 'notice.removed');
      return;
    }
    const item = this.#part?.matchedItem(match, data) ?? null;
    const answer = await keepStop(document, stop, item);
    if (answer.ok) annotator.addSaved({ id: answer.value.id, start, end, passages, isExact: true });
    const isOld = answer.ok && answer.value.alreadySaved;
    this.#say(answer, isOld ? 'notice.alreadySaved' : 'notice.saved');
  }

  async #copy(text: string): Promise<void> {
    const isDone = await this.#part?.copyText(this.#options.document, text);
    this.#notice = this.#tongue?.t(isDone ? 'notice.copied' : 'notice.copyFailed') ?? null;
    this.#render();
  }

  /**
   * Mutes the item, or marks it again where it is muted so already; what was chosen before is taken
   * back. The mark comes and goes when the changed settings arrive.
   */
  async #mute(stop: Stop, where: MuteScope): Promise<void> {
    const { item } = stop.found;
    const before = this.#muted;
    const after = before === where ? null : where;
    this.#muted = after;
    this.#mayBeMissing = true;
    if (before === null) this.#card?.stay();
    let answer: Result<null> = { ok: true, value: null };
    if (before !== null) {
      answer = await callBackground('mute', { item, where: before, muted: false });
    }
    if (answer.ok && after !== null) {
      answer = await callBackground('mute', { item, where: after, muted: true });
    }
    if (this.#stop?.found.item !== item) return;
    if (!answer.ok) this.#muted = before;
    this.#say(answer, after === null ? 'notice.markedAgain' : MUTED[after]);
  }

  #say(answer: Result<unknown>, done: Saying): void {
    const t = this.#tongue?.t;
    if (t === undefined) return;
    this.#notice = answer.ok ? t(done) : (this.#part?.problemLine(answer.error, t) ?? null);
    this.#render();
  }
}
