import { callBackground, type MatchedItem, type Result } from '../../utils/messages.ts';
import { addressOf } from './address.ts';
import type { Stop } from './found.ts';
import { loadPart } from './parts.ts';

/** Keeps the passage of a stop in the reading list, with the item that it matched. */
export async function keepStop(
  document: Document,
  { found: { match, passages } }: Stop,
  item: MatchedItem | null,
): Promise<Result<{ readonly id: string; readonly alreadySaved: boolean }>> {
  const part = await loadPart('saved');
  if (!part.ok) return part;
  const address = addressOf(document);
  return callBackground('save', part.value.passageToSave(document, address, passages, match, item));
}
