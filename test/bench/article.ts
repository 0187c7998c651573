import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../scripts/root.ts';
import { SAMPLE_FILE } from '../../scripts/serve/sample-page.ts';

/** English prose of another subject that is in every clone: licences that come with the compiler. */
const PROSE = ['LICENSE.txt', 'ThirdPartyNoticeText.txt'].map((name) =>
  path.join(ROOT, 'node_modules/typescript', name),
);

/** Words between two links where a page is full of elements, as news pages are with menus and lists. */
const WORDS_A_LINK = 5;

/**
 * A page of `words` words about the pack's subject: the sample article, followed by paragraphs of other
 * prose in the same column, with a link at every fifth word of it if `isDense`. The same text at every
 * call.
 */
export function articleOf(words: number, isDense = false): string {
  const sample = readFileSync(SAMPLE_FILE, 'utf8');
  const paragraphs = PROSE.flatMap((file) => readFileSync(file, 'utf8').split(/\r?\n\s*\r?\n/u))
    .map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim())
    .filter((paragraph) => paragraph.length > 40);
  let missing = words - countWords(sample.replace(/<style[\s\S]*?<\/style>|<[^>]+>/gu, ' '));
  const added: string[] = [];
  for (let at = 0; missing > 0; at += 1) {
    const all = (paragraphs[at % paragraphs.length] ?? '').split(' ');
    const taken = all.slice(0, missing);
    missing -= taken.length;
    const shown = taken.map((word, place) =>
      isDense && place % WORDS_A_LINK === 0
        ? `<a href="#">${escapeText(word)}</a>`
        : escapeText(word),
    );
    added.push(`<p>${shown.join(' ')}</p>`);
  }
  return sample.replace('</article>', `${added.join('\n')}</article>`);
}

/** A page whose head does not say what it is about: another title; the sample has no description. */
export function unannounced(page: string): string {
  return page.replace(/<title>[^<]*/u, '<title>A visit');
}

function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/**
 * A text of `words` words, a mixture as in the article of 10,000: all of it again and again, or every nth
 * of its paragraphs.
 */
export function textOf(words: number): string {
  const whole = articleOf(MIXTURE)
    .replace(/<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>/gu, ' ')
    .split(/<\/(?:p|h1|h2|h3|li|blockquote|figcaption|header|footer)>/u)
    .map((block) =>
      block
        .replace(/<[^>]+>/gu, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&amp;', '&'),
    )
    .map((block) => block.replace(/\s+/gu, ' ').trim())
    .filter((block) => block !== '');
  const every = Math.max(1, Math.round(MIXTURE / words));
  const mixture = whole.filter((_, at) => at % every === 0).join('\n\n');
  return Array.from({ length: Math.max(1, Math.round(words / MIXTURE)) }, () => mixture).join(
    '\n\n',
  );
}

const MIXTURE = 10_000;

/** A text of the same paragraphs, each of which names a party: all of it may be about the subject. */
export function namedThroughout(text: string): string {
  return text
    .split('\n\n')
    .map((paragraph) => `China: ${paragraph}`)
    .join('\n\n');
}
