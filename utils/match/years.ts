const YEAR = /(?<![\d.,])(?:19|20)\d\d(?!\d|s\b|[.,]\d)/gu;
/** A day before its month, as in "8 May 2025", or behind it, as in "May 8, 2025". */
const DATE_BEFORE = /(?:(?<!\d)\d{1,2}(?:st|nd|rd|th)? \p{L}{3,} ?|\p{Lu}\p{L}{2,} \d{1,2}, ?)$/u;
/** The day in a Chinese date: 2025年5月8日. */
const DATE_BEHIND = /^ ?年 ?\d{1,2} ?月 ?\d{1,2} ?日/u;

/** The years that a sentence names as periods; the year of a full date is when something was said. */
export function yearsBeside(sentence: string): number[] {
  const years = [...sentence.matchAll(YEAR)].filter(({ index, 0: year }) => {
    const isDated =
      DATE_BEFORE.test(sentence.slice(Math.max(0, index - 24), index)) ||
      DATE_BEHIND.test(sentence.slice(index + year.length));
    return !isDated;
  });
  return [...new Set(years.map(([year]) => Number(year)))];
}

/**
 * The years that a period of a pack names, ends of a range and all between; none where it is uncertain
 * ("not stated; 2024 by other reports", "“last year”, in a text of May 2025").
 */
export function yearsOfPeriod(period: string | null): number[] {
  if (period === null || /[;“]|not stated/u.test(period)) return [];
  const named = [...period.matchAll(YEAR)].map(([year]) => Number(year));
  const [first, last] = [Math.min(...named), Math.max(...named)];
  if (named.length !== 2 || !/\d{4} ?[–-] ?\d{4}/u.test(period)) return [...new Set(named)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
