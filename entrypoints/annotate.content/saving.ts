import type { MatchedItem, PassageToSave } from '../../utils/messages.ts';
import type { CardData } from '../../utils/pack/card-data.ts';
import { describePage } from '../../utils/text/page-description.ts';
import { type Passages, pieceAt, type TextSpan } from '../../utils/text/passages.ts';
import { selectorOf } from '../../utils/text/selector.ts';
import { addressOf } from './address.ts';
import type { Found } from './found.ts';

/** Longest passage that is kept, in UTF-16 units. */
const LONGEST = 20_000;

/** What is sent to keep `span` of the page. */
export function passageToSave(
  document: Document,
  passages: Passages,
  span: TextSpan,
  match: MatchedItem | null,
): PassageToSave {
  const end = Math.min(span.end, span.start + LONGEST);
  const node = passages.nodes[pieceAt(passages, span.start)];
  return {
    page: describePage(document, addressOf(document)),
    selector: selectorOf(passages, { start: span.start, end }),
    language: node?.parentElement?.closest('[lang]')?.getAttribute('lang') || null,
    match,
  };
}

/** What is kept of the item beside the passage, so that the list is whole without the pack. */
export function matchedItem({ match }: Found, data: CardData): MatchedItem {
  const original = data.texts.find(({ role }) => role === 'original');
  return {
    item: match.item,
    kind: match.kind,
    degree: match.degree,
    topic: match.topic,
    title: data.title,
    original: original ? { text: original.text, language: original.language } : null,
    attribution: attributionOf(data),
    pack: data.pack.id,
    packVersion: data.pack.version,
  };
}

function attributionOf(data: CardData): string {
  const { document, speaker, voices, topics, item } = data;
  const framing = topics.flatMap(({ framings }) => framings).find(({ id }) => id === item);
  if (framing) return framing.heldBy.join(', ');
  const voice = voices[0]?.by ?? null;
  const parts = document ? [speaker, document.title, document.date] : [speaker ?? voice];
  return parts.filter((part) => part !== null).join(', ');
}
