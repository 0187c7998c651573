import type { ReadEntry } from './card-citation.ts';
import { type CardLanguage, type Words, wordsIn } from './card-language.ts';
import { type Entry, NAMES_ENTRY, PACK_ENTRY } from './entries.ts';
import type { Clause } from './model.ts';

const SHORT_TITLE = 72;

/** What is said of an item where its card is not open. */
export interface CardHeading {
  /** As on the card. */
  readonly title: string;
  /** Whether a clause is known from reports only, so that nothing of it may be called official wording. */
  readonly isReport: boolean;
}

/**
 * The heading of an item's card, without the card: reads the item alone, and of a framing its topic.
 * Null where no item has this id and no redirect leads to one. `entry` as for `cardOf`.
 */
export function headingOf(
  entry: (id: string) => unknown | null,
  item: string,
  language: CardLanguage,
): CardHeading | null {
  const read: ReadEntry = (id) => entry(id) as Entry | null;
  const pack = read(PACK_ENTRY);
  if (pack?.kind !== 'pack') return null;
  const id = read(item) === null ? (pack.redirects[item]?.[0] ?? item) : item;
  const found = read(id);
  const words = wordsIn(language, read(NAMES_ENTRY));
  if (found?.kind === 'clause') {
    const { clause, texts } = found;
    return {
      title: words.pick(texts, 'title', titleOf(clause)),
      isReport: isOnlyReported(clause, (rendering) => pack.head.renderings[rendering]?.role),
    };
  }
  if (found?.kind === 'claim') {
    const { claim, texts } = found;
    return { title: words.pick(texts, 'statement', claim.statement), isReport: false };
  }
  if (found?.kind !== 'framing') return null;
  const title = labelOf(id, read(found.topic), words);
  return title === null ? null : { title, isReport: false };
}

function labelOf(id: string, topic: Entry | null, words: Words): string | null {
  const framings = topic?.kind === 'topic' ? topic.framings : [];
  const own = framings.find((one) => one.id === id);
  return own === undefined ? null : words.pick(own.texts, 'label', own.label);
}

/** The title of a clause, or its first words where it has none. */
export function titleOf({ id, title, texts }: Clause): string {
  return title ?? shorten((texts.en ?? texts.zh ?? texts.ru)?.text ?? id);
}

/** A rendering that the pack does not describe is taken for a report, as on the card. */
function isOnlyReported(
  { texts, rendering_ours }: Clause,
  roleOf: (rendering: string) => string | undefined,
): boolean {
  const printed = Object.values(texts).filter((text) => text !== undefined);
  if (printed.length === 0 && rendering_ours === undefined) return false;
  const roles = printed.map(({ rendering }) => roleOf(rendering) ?? 'report');
  return roles.every((role) => role === 'report' || role === 'ours');
}

function shorten(text: string): string {
  if (text.length <= SHORT_TITLE) return text;
  const cut = text.slice(0, SHORT_TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHORT_TITLE / 2)).trimEnd()}…`;
}
