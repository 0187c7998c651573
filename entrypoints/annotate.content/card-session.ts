import type { OpenCard } from '../../utils/messages/page-parts.ts';
import { callBackground, type Result } from '../../utils/messages.ts';
import type { CardData } from '../../utils/pack/card-data.ts';
import type { Annotator } from './annotator.ts';
import { cardView } from './card-view.ts';
import { copyText } from './copy-text.ts';
import type { Stop } from './found.ts';
import { loadPart } from './parts.ts';
import { phraseOf } from './phrase.ts';
import { matchedItem, passageToSave } from './saving.ts';
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

type Saying = 'notice.saved' | 'notice.alreadySaved' | 'notice.removed' | 'notice.muted';

/** The card while it is open: at most one on a page. */
export class CardSession {
  readonly #options: Options;
  #card: OpenCard | null = null;
  #stop: Stop | null = null;
  #tongue: Tongue | null = null;
  #answer: Result<CardData> | null = null;
  #isExpanded = false;
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
    annotator.setCurrent(stop.highlight);
    const [part, spoken, answer] = await Promise.all([
      loadPart('card'),
      this.#tongue ?? tongue(),
      callBackground('card', { item: stop.found.item }),
    ]);
    if (turn !== this.#turn) return;
    if (!part.ok) {
      this.close();
      onFailure(part);
      return;
    }
    this.#tongue = spoken;
    this.#answer = answer;
    this.#notice = null;
    this.#card ??= part.value.open(document, annotator.settings.theme);
    this.#render();
    this.#follow(stop.highlight);
    if (isNew) this.#card.focus();
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
    const hadFocus = card.hasFocus();
    card.remove();
    const back = this.#returnFocus;
    this.#returnFocus = null;
    if (hadFocus && back instanceof HTMLElement && back.isConnected) {
      back.focus({ preventScroll: true });
    }
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
      this.close();
      return;
    }
    this.#stop = nearest;
    if (nearest.highlight !== before.highlight) annotator.setCurrent(nearest.highlight);
    this.#render();
  }

  #follow(highlight: string): void {
    const phrase = phraseOf(this.#options.annotator, highlight);
    this.#card?.follow(phrase, () => this.close());
  }

  #render(): void {
    const [card, stop, tongue, answer] = [this.#card, this.#stop, this.#tongue, this.#answer];
    if (card === null || stop === null || tongue === null || answer === null) return;
    const { annotator, step } = this.#options;
    const close = () => this.close();
    if (!answer.ok) {
      card.show({ kind: 'problem', problem: answer.error, close, ...tongue });
      return;
    }
    const data = answer.value;
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
        actions: {
          close,
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
    const passage = passageToSave(document, passages, match, matchedItem(stop.found, data));
    const answer = await callBackground('save', passage);
    if (answer.ok) annotator.addSaved({ id: answer.value.id, start, end, passages });
    const isOld = answer.ok && answer.value.alreadySaved;
    this.#say(answer, isOld ? 'notice.alreadySaved' : 'notice.saved');
  }

  async #copy(text: string): Promise<void> {
    const isDone = await copyText(this.#options.document, text);
    this.#notice = this.#tongue?.t(isDone ? 'notice.copied' : 'notice.copyFailed') ?? null;
    this.#render();
  }

  /** The mark goes when the changed settings arrive. */
  async #mute(stop: Stop, where: 'site' | 'everywhere'): Promise<void> {
    this.#say(
      await callBackground('mute', { item: stop.found.item, where, muted: true }),
      'notice.muted',
    );
  }

  #say(answer: Result<unknown>, done: Saying): void {
    const { error } = answer.ok ? { error: null } : answer;
    this.#notice = error ? `${error.message} ${error.remedy}` : (this.#tongue?.t(done) ?? null);
    this.#render();
  }
}
