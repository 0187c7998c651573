import { describe, expect, it } from 'vitest';
import { foldSpelling } from '../../../utils/match/spelling.ts';

/** British, American. */
const PAIRS =
  `organisation organization; modernised modernized; recognise recognize; realising realizing;
civilisational civilizational; analyse analyze; analysed analyzed; paralysing paralyzing;
colour color; neighbouring neighboring; honourable honorable; behaviour behavior; endeavours endeavors;
labour labor; favourable favorable; armoured armored; harbours harbors; centre center; centred centered;
centring centering; theatre theater; metres meters; fibre fiber; calibre caliber; spectre specter;
defence defense; defences defenses; offence offense; licence license; pretence pretense;
travelled traveled; cancelling canceling; modelled modeled; signalling signaling; labelled labeled;
counsellor counselor; traveller traveler; fulfil fulfill; fulfilment fulfillment; enrolment enrollment;
skilful skillful; programme program; programmes programs; dialogue dialog; catalogues catalogs;
analogue analog; judgement judgment; acknowledgement acknowledgment; manoeuvres maneuvers; manoeuvred maneuvered; manoeuvring maneuvering; sceptical skeptical;
aluminium aluminum; towards toward; grey gray; greyish grayish; practise practice; practised practiced`
    .split(';')
    .map((pair) => pair.trim().split(' ') as [string, string]);

describe('1.6 British and American spelling', () => {
  it.each(PAIRS)('1.6 %s and %s are one', (british, american) => {
    expect(foldSpelling(british)).toBe(foldSpelling(american));
  });

  it.each([
    ['four', 'for'],
    ['hour', 'hor'],
    ['your', 'yor'],
    ['source', 'sorce'],
    ['course', 'corse'],
    ['resource', 'resorce'],
    ['contour', 'contor'],
    ['genre', 'gener'],
    ['here', 'heer'],
    ['entire', 'entier'],
    ['called', 'caled'],
    ['controlled', 'controled'],
    ['hence', 'hense'],
    ['sentence', 'sentense'],
    ['rise', 'rize'],
    ['wise', 'wize'],
    ['basis', 'baziz'],
    ['league', 'leag'],
  ])('1.6 near miss: leaves %s apart from %s', (word, other) => {
    expect(foldSpelling(word)).toBe(word);
    expect(foldSpelling(word)).not.toBe(foldSpelling(other));
  });

  it('1.6 is settled after one pass', () => {
    for (const [british, american] of PAIRS) {
      expect(foldSpelling(foldSpelling(british))).toBe(foldSpelling(british));
      expect(foldSpelling(foldSpelling(american))).toBe(foldSpelling(american));
    }
  });
});
