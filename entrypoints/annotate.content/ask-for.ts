import { callBackground, type Result } from '../../utils/messages.ts';
import type { CardData } from '../../utils/pack/card-data.ts';
import type { Stop } from './found.ts';

/** Text around a passage that is sent with the question for its card, in UTF-16 units. */
const AROUND = 500;
const LONGEST_ASKED = 2_000;

/** Asks for what the card of a stop shows; its figures are compared with what stands around it. */
export function askFor({
  found: { item, kind, match, passages },
}: Stop): Promise<Result<CardData>> {
  if (kind === 'framing') return callBackground('card', { item });
  const from = Math.max(0, match.start - AROUND);
  const text = passages.text.slice(from, from + LONGEST_ASKED);
  return callBackground('card', {
    item,
    passage: { text, start: match.start - from, end: Math.min(match.end - from, text.length) },
  });
}
