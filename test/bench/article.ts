import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../scripts/root.ts';
import { SAMPLE_FILE } from '../../scripts/serve/sample-page.ts';

/** English prose of another subject that is in every clone: licences that come with the compiler. */
const PROSE = ['LICENSE.txt', 'ThirdPartyNoticeText.txt'].map((name) =>
  path.join(ROOT, 'node_modules/typescript', name),
);

/**
 * A page of `words` words about the pack's subject: the sample article, followed by paragraphs of other
 * prose in the same column. The same text at every call.
 */
export function articleOf(words: number): string {
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
    added.push(`<p>${escapeText(taken.join(' '))}</p>`);
  }
  return sample.replace('</article>', `${added.join('\n')}</article>`);
}

function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
