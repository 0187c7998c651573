import { describe, expect, it } from 'vitest';
import { createDecider } from '../../../utils/match/decide.ts';
import { readPageText } from '../../../utils/match/page-text.ts';
import { partyNamesIn } from '../../../utils/match/parties.ts';
import { WordingViews } from '../../../utils/match/wording-view.ts';
import { openIndex, type PackIndex } from '../../../utils/pack/index-format.ts';
import {
  compile,
  cues,
  indexOf,
  inputOf,
  item,
  SUBJECT,
  TAKE_ALL,
  tokenize,
} from '../../support/matching.ts';

const ITEMS = [
  item({
    id: 'ferry',
    wordings: [
      { language: 'en', text: 'Ferrymen may charge pilgrims nothing for crossing', origin: 'ours' },
      { language: 'en', text: 'Worshippers travel across the river gratis', origin: 'ours' },
      { language: 'en', text: 'Boatmen waive the fare of worshippers', origin: 'ours' },
    ],
  }),
  item({ id: 'lantern', kind: 'framing', cues: cues('en', 'lantern of the valley') }),
  item({
    id: 'toll',
    wordings: [{ language: 'en', text: 'Tolls on wagons fund the lighthouse', origin: 'ours' }],
  }),
];
const index = indexOf(...ITEMS);

/** A sentence that retells the first item: it shares little with each of its wordings. */
const RETOLD = 'Pilgrims travel with boatmen.';
const FILLER = 'It rained for a week and nobody came to the market that was held there. ';

/** How many retellings of the first item are found in a text. */
function retold(text: string, own: PackIndex = index, everySentence = false): number {
  const parties = own.meta.subject.parties.length;
  const page = readPageText(text, own, tokenize, partyNamesIn(own.sections, parties));
  const decide = createDecider(own, TAKE_ALL, new WordingViews(own.sections));
  return decide(page, { everySentence }).retellings.filter((found) => found.item === 0).length;
}

describe('2.15 retellings near the subject', () => {
  it('2.15 are looked for in a paragraph that names a party', () => {
    expect(retold(`${RETOLD} ${FILLER.repeat(4)}So it was in Northland.`)).toBe(1);
  });

  it('2.15 and where a phrase, or a wording of which enough is shared, stands near', () => {
    expect(retold(`${RETOLD} They called it the lantern of the valley.`)).toBe(1);
    expect(retold(`${RETOLD} Tolls on wagons fund the lighthouse.`)).toBe(1);
  });

  it('2.15 near miss: nothing near says so', () => {
    expect(retold(RETOLD)).toBe(0);
    expect(retold(`${RETOLD} They called it a lantern.`)).toBe(0);
  });

  it('2.15 near miss: a party in another paragraph, or a phrase far away in the same', () => {
    expect(retold(`${RETOLD}\n\nSo it was in Northland.`)).toBe(0);
    expect(retold(`${RETOLD} ${FILLER.repeat(4)}They called it the lantern of the valley.`)).toBe(
      0,
    );
  });

  it('2.15 calibration learns from all of them', () => {
    expect(retold(RETOLD, index, true)).toBe(1);
  });

  it('2.15 a subject without parties is everywhere', () => {
    const input = inputOf(...ITEMS);
    const general = openIndex(compile({ ...input, subject: { ...SUBJECT, parties: [] } }).buffer);
    expect(retold(RETOLD, general)).toBe(1);
  });
});
