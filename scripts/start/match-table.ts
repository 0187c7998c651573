import type { PageViewMatch } from '../../utils/messages.ts';

/** The matches of a page as a table in plain text, one line each, in reading order. */
export function matchTable(matches: readonly PageViewMatch[]): string {
  const rows = matches.map(({ index, kind, degree, text, title }) => [
    String(index + 1),
    kind,
    degree,
    shorten(text, 52),
    shorten(title, 44),
  ]);
  const lines = [['', 'kind', 'degree', 'words on the page', 'item'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...lines.map((line) => width(line[column] ?? ''))),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function shorten(text: string, most: number): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  let used = 0;
  const end = characters.findIndex((character) => {
    used += width(character);
    return used > most;
  });
  return end === -1 ? characters.join('') : `${characters.slice(0, end - 1).join('')}…`;
}

/** Columns in a terminal: Chinese characters and full-width marks take two. */
function width(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum + (/[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]/u.test(character) ? 2 : 1),
    0,
  );
}
