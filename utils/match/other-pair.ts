import { ABSENT } from './hash-table.ts';
import type { PageText } from './page-text.ts';
import { OTHER_PARTY } from './parties.ts';
import { rangeOf } from './sentences.ts';
import type { Vocabularies } from './vocabulary.ts';

/**
 * Whether tokens `[from, to)` speak of another pair of parties than an item does: they name a party that none
 * of its wordings names, in a sentence that does not name all of the pack's own.
 */
export function isOfAnotherPair(
  page: PageText,
  vocabularies: Vocabularies,
  item: number,
  from: number,
  to: number,
  ownParties: number,
): boolean {
  const sentence = page.sentenceParties[rangeOf(page.sentences, from)];
  if (!sentence || sentence.others === 0 || sentence.own === (1 << ownParties) - 1) return false;
  const { bits, length } = page.mentions;
  for (let at = from; at < to; at++) {
    if (!((bits[at] ?? 0) & OTHER_PARTY)) continue;
    if (!isNamedBy(page, vocabularies, item, at, at + (length[at] ?? 0))) return true;
  }
  return false;
}

function isNamedBy(
  page: PageText,
  vocabularies: Vocabularies,
  item: number,
  from: number,
  to: number,
): boolean {
  for (let at = from; at < to; at++) {
    const row = page.terms.row[at] ?? ABSENT;
    if (row !== ABSENT && vocabularies.uses(item, row) > 0) return true;
  }
  return false;
}
