import { faultAt, type Rule } from './rule.ts';

/** The value of a figure stands in the words that are quoted for it, in digits or in a small number word. */
export const figureNotInQuotation: Rule = {
  name: 'figure-not-in-quotation',
  needsWhole: false,
  check: ({ pack }) =>
    pack.claims.flatMap((claim) =>
      claim.figures.flatMap(({ value, unit, text }, at) => {
        if (typeof value !== 'number' || text === undefined) return [];
        const stated = numbersIn(text);
        if (stated.length === 0 || stated.includes(value)) return [];
        const message = `the figure ${value} ${unit} does not stand in the words quoted for it`;
        const remedy = 'Correct the value, or quote the words that give it';
        return faultAt(pack, claim, ['figures', at, 'value'], message, remedy);
      }),
    ),
};

const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const MULTIPLIERS: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const NUMBER = new RegExp(
  `(\\d[\\d,]*(?:\\.\\d+)?|\\b(?:${WORDS.join('|')})\\b)(\\sand\\sa\\shalf)?(?:\\s(${Object.keys(MULTIPLIERS).join('|')})\\b)?`,
  'giu',
);

/** Every number of a text, once as it stands and once with its multiplier. Empty where a text has none. */
function numbersIn(text: string): number[] {
  return [...text.matchAll(NUMBER)].flatMap(([, raw = '', half, multiplier]) => {
    const word = WORDS.indexOf(raw.toLowerCase());
    const bare = (word >= 0 ? word : Number(raw.replaceAll(',', ''))) + (half ? 0.5 : 0);
    const factor = MULTIPLIERS[multiplier?.toLowerCase() ?? ''];
    // 1.6 × 1,000,000 is 1600000.0000000002 in binary fractions.
    return factor === undefined ? [bare] : [bare, Number((bare * factor).toPrecision(12))];
  });
}
