import type { ListedPage, PassageRecord } from '../model.ts';
import { type ExportWords, factsOf, isReachable, linkOf, type Outgoing, titleOf } from './lines.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const text = (value: string): string =>
  value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

const language = (tag: string | null): string => (tag === null ? '' : ` lang="${text(tag)}"`);

const link = (address: string, name: string): string =>
  `<a href="${text(address)}" rel="noreferrer">${text(name)}</a>`;

const STYLE = `
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif; color: #1f1e1b; background: #fff; }
article { break-inside: avoid-page; margin: 1.2em 0; padding-top: .6em; border-top: 1px solid #bbb; }
blockquote { margin: .4em 0; font: 16px/1.55 Georgia, "Noto Serif", "Noto Serif CJK SC", serif; white-space: pre-wrap; }
.original { padding-left: .9em; border-left: 3px solid #0b6360; }
.facts { color: #5d5a52; font-size: 13px; margin: .2em 0; }
.note { white-space: pre-wrap; }
h2 { break-after: avoid; margin-top: 2em; font-size: 18px; }
@media print { a { color: inherit; } a.at::after { content: " <" attr(href) ">"; overflow-wrap: anywhere; font-size: 11px; } }
`;

function annotationsOf(
  { note, tags, status }: Pick<PassageRecord, 'note' | 'tags' | 'status'>,
  words: ExportWords,
): string {
  const own = note.trim() === '' ? '' : `<p class="note">${text(note)}</p>`;
  const line = [
    words.statuses[status],
    ...(tags.length > 0 ? [`${words.tags}: ${tags.join(', ')}`] : []),
  ];
  return `${own}<p class="facts">${text(line.join(' · '))}</p>`;
}

function passageArticle(passage: PassageRecord, words: ExportWords): string {
  const { match, selector } = passage;
  const address = linkOf(passage);
  const original = match?.original ?? null;
  return [
    '<article>',
    `<blockquote${language(passage.language)}>${text(selector.exact)}</blockquote>`,
    address === null
      ? ''
      : `<p class="facts"><a class="at" rel="noreferrer" href="${text(address)}">${text(words.source)}</a></p>`,
    match === null
      ? ''
      : `<div class="original"><p class="facts">${text(words.original)}: ${text(match.title)}</p>${
          original === null
            ? ''
            : `<blockquote${language(original.language)}>${text(original.text)}</blockquote>`
        }<p class="facts">${text(match.attribution)}</p></div>`,
    annotationsOf(passage, words),
    '</article>',
  ].join('');
}

function pageSection(listed: ListedPage, words: ExportWords): string {
  const { page, passages } = listed;
  const title = titleOf(listed, words);
  return [
    '<section>',
    `<h2${language(page.language)}>${isReachable(page.address) ? link(page.address, title) : text(title)}</h2>`,
    `<p class="facts">${text([...factsOf(listed), page.address].join(' · '))}</p>`,
    page.isEntry ? annotationsOf(page, words) : '',
    ...passages.map((passage) => passageArticle(passage, words)),
    '</section>',
  ].join('');
}

/**
 * Writes a list as a page of HTML to be read or printed, a section a part. It holds no script, and its policy lets none
 * run nor anything be loaded: every text in it came from a web page or a file.
 */
export function* htmlParts(
  pages: Outgoing,
  words: ExportWords,
  { exportedAt, language: tag }: { readonly exportedAt: Date; readonly language: string },
): Generator<string> {
  yield [
    `<!doctype html><html${language(tag)}><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${text(words.title)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${text(words.title)}</h1><p class="facts"><time>${exportedAt.toISOString().slice(0, 10)}</time></p>`,
  ].join('\n');
  for (const listed of pages) yield `\n${pageSection(listed, words)}`;
  yield '\n</body></html>\n';
}
