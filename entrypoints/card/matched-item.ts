import type { Match } from '../../utils/match/types.ts';
import type { MatchedItem } from '../../utils/messages.ts';
import type { CardData } from '../../utils/pack/card-data.ts';

/** What is kept of the item beside the passage, so that the list is whole without the pack. */
export function matchedItem(match: Match, data: CardData): MatchedItem {
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
  const parts = document
    ? [speaker, document.title, dateBeside(document.title, document.date)]
    : [speaker ?? voice];
  return parts.filter((part) => part !== null).join(', ');
}

/** The date, unless the title names its year and day already ("Readout of the talks, 8 May 2025"). */
function dateBeside(title: string, date: string | null): string | null {
  const [year = '', , day = ''] = date?.split('-') ?? [];
  const numbers: readonly string[] = title.match(/\d+/g) ?? [];
  return numbers.includes(year) && numbers.includes(String(Number(day))) ? null : date;
}
