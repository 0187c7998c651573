import { compareFigures, type RecordedFigure } from '../../utils/match/figures.ts';
import { createTokenizer } from '../../utils/match/tokenize.ts';
import type { PassageAsked } from '../../utils/messages.ts';
import type { CardFigureOnPage } from '../../utils/pack/card-data.ts';
import { type Entry, NAMES_ENTRY } from '../../utils/pack/entries.ts';
import { figuredClaims, figuresOf } from '../../utils/pack/figures-of.ts';

/** Says how the figure of a passage lies to those of a claim, or of a clause; null where there is nothing to compare. */
export type FigureOnPage = (
  read: (id: string) => unknown,
  item: string,
  passage: PassageAsked,
) => CardFigureOnPage | null;

/** Makes `FigureOnPage`; what it needs for reading numbers is made with the first item that has some. */
export function createFigureOnPage(): FigureOnPage {
  let tokenize: ReturnType<typeof createTokenizer> | null = null;
  return (read, id, { text, start, end }) => {
    const figures = figuresOf(figuredClaims(read(id) as Entry | null, read));
    if (figures.length === 0) return null;
    const names = read(NAMES_ENTRY) as Entry | null;
    const tables = names?.kind === 'names' ? Object.values(names.names) : [];
    const records: RecordedFigure[] = figures.map(({ value, unit, period }) => ({
      value,
      unit,
      period: period ?? null,
      unitNames: tables.flatMap((table) => table[unit] ?? []),
    }));
    tokenize ??= createTokenizer();
    const found = compareFigures(text, { start, end }, records, tokenize);
    if (found === null) return null;
    const { page, record, relation } = found;
    const at = { start: page.at.start - start, end: page.at.end - start };
    return { figure: record, relation, at, years: page.years };
  };
}
