import { faultAt, faultIn, type Rule } from './rule.ts';

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** No document, source or edition is dated after today, and every date exists in the calendar. */
export const futureDate: Rule = {
  name: 'future-date',
  needsWhole: false,
  check: ({ pack, today }) => {
    const problem = (date: string): string | null => {
      if (!ISO.test(date)) return null;
      if (new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) !== date)
        return `the date ${date} does not exist`;
      return date > today ? `the date ${date} lies in the future` : null;
    };
    const remedy = 'Correct the date';
    const head = problem(pack.head.date);
    return [
      ...(head === null ? [] : [faultIn(pack, 'pack.yaml', ['date'], head, remedy)]),
      ...pack.documents.flatMap((document) => {
        const found = problem(document.date);
        return found === null ? [] : faultAt(pack, document, ['date'], found, remedy);
      }),
      ...pack.claims.flatMap((claim) =>
        claim.figures.flatMap(({ said_on }, at) => {
          const found = problem(said_on ?? '');
          return found === null
            ? []
            : faultAt(pack, claim, ['figures', at, 'said_on'], found, remedy);
        }),
      ),
      ...pack.sources.flatMap((source) => {
        const found = problem(source.date.value ?? '');
        return found === null ? [] : faultAt(pack, source, ['date'], found, remedy);
      }),
    ];
  },
};
