import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../scripts/root.ts';

/** English prose of another subject that is in every clone. */
const PROSE = path.join(ROOT, 'node_modules/typescript/ThirdPartyNoticeText.txt');
/** Words a paragraph, and words between two links: with them a text node stands for 2.2 words, the median of real news pages. */
const WORDS_A_PARAGRAPH = 24;
const WORDS_A_LINK = 6;

/**
 * A page of `words` words about something else than the pack's subject, as full of elements as news pages
 * are: paragraphs with links among menus and lists. The same text at every call.
 */
export function unrelatedPage(words: number): string {
  const all = readFileSync(PROSE, 'utf8')
    .split(/\s+/u)
    .filter((word) => /^[\w,.;()'"-]+$/u.test(word));
  const paragraphs: string[] = [];
  for (let at = 0; at < words; at += WORDS_A_PARAGRAPH) {
    const count = Math.min(WORDS_A_PARAGRAPH, words - at);
    const taken = Array.from({ length: count }, (_, n) => all[(at + n) % all.length] ?? '');
    const linked = taken.map((word, n) =>
      n % WORDS_A_LINK === 0 ? `<a href="#${at + n}">${word}</a>` : word,
    );
    paragraphs.push(`<li>\n<p>${linked.join(' ')}</p>\n</li>`);
  }
  return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Else</title><main><ul>\n${paragraphs.join('\n')}\n</ul></main></html>`;
}
