import type { ListedPage, PassageRecord } from '../model.ts';
import { type ExportWords, factsOf, isReachable, linkOf, type Outgoing, titleOf } from './lines.ts';

/** Text that must stay text: what Markdown, HTML and Obsidian would read as their own is escaped. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~$^]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/(?<![\p{L}\p{N}])#(?=\S)/gu, '\\#')
    .replace(/==|%%/g, (pair) => `\\${pair[0]}\\${pair[1]}`)
    .replace(/^(\s*)([-+=#]|\d+(?=[.)]))/gm, (_, blank: string, mark: string) =>
      /\d/.test(mark) ? `${blank}${mark}\u200b` : `${blank}\\${mark}`,
    );
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** An address inside `(<…>)`. */
const inLink = (address: string): string =>
  address.replace(/[<>\\\s]/g, (character) => encodeURIComponent(character));

/** A text as a quotation, each of its lines marked. */
const quoted = (text: string): string =>
  text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => `> ${plain(line.trim())}`.trimEnd())
    .join('\n');

/** The reader's own Markdown; only what would begin an HTML element is made text. */
const ownMarkdown = (note: string): string =>
  note.replace(/\r\n?/g, '\n').replace(/<(?=[a-z/!?])(?!(https?|mailto):)/gi, '\\<');

/** A tag as Obsidian reads it: without blanks. */
const tagWord = (tag: string): string =>
  tag.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-').replace(/^-+|-+$/g, '') || 'tag';

/** A YAML scalar; every JSON string is one, once the separators that YAML breaks lines at are escaped. */
const scalar = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\p{Surrogate}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function annotationsOf(
  { note, tags, status }: Pick<PassageRecord, 'note' | 'tags' | 'status'>,
  words: ExportWords,
): string[] {
  return [
    ...(note.trim() === '' ? [] : [`**${plain(words.note)}**\n\n${ownMarkdown(note)}`]),
    [
      `${plain(words.status)}: ${plain(words.statuses[status])}`,
      ...tags.map((tag) => `#${tagWord(tag)}`),
    ].join(' · '),
  ];
}

function passageBlocks(passage: PassageRecord, words: ExportWords): string[] {
  const { match, selector } = passage;
  const link = linkOf(passage);
  const original = match?.original ?? null;
  return [
    quoted(selector.exact),
    ...(link === null ? [] : [`[${plain(words.source)}](<${inLink(link)}>)`]),
    ...(match === null
      ? []
      : [
          `**${plain(words.original)}**: ${plain(oneLine(`${match.title}. ${match.attribution}`))}`,
        ]),
    ...(original === null ? [] : [quoted(original.text)]),
    ...annotationsOf(passage, words),
  ];
}

function pageBlocks(listed: ListedPage, words: ExportWords): string[] {
  const { page, passages } = listed;
  const title = plain(oneLine(titleOf(listed, words)));
  const facts = factsOf(listed);
  return [
    isReachable(page.address) ? `## [${title}](<${inLink(page.address)}>)` : `## ${title}`,
    ...(facts.length === 0 ? [] : [plain(oneLine(facts.join(' · ')))]),
    ...(page.isEntry ? annotationsOf(page, words) : []),
    ...passages.flatMap((passage, at) => [
      ...(at === 0 ? [] : ['---']),
      ...passageBlocks(passage, words),
    ]),
  ];
}

/** Writes a list as Markdown with YAML front matter, as Obsidian reads it, a page a part. */
export function* markdownParts(
  pages: Outgoing,
  words: ExportWords,
  exportedAt: Date,
): Generator<string> {
  const tags = new Set<string>();
  let count = 0;
  for (const { page, passages } of pages) {
    for (const record of [page, ...passages]) for (const tag of record.tags) tags.add(tag);
    count += passages.length;
  }
  yield [
    '---',
    `title: ${scalar(words.title)}`,
    `created: ${exportedAt.toISOString()}`,
    `pages: ${pages.length}`,
    `passages: ${count}`,
    `tags: [${[...new Set([...tags].map(tagWord))].map(scalar).join(', ')}]`,
    '---',
  ].join('\n');
  yield `\n\n# ${plain(words.title)}`;
  for (const listed of pages) yield `\n\n${pageBlocks(listed, words).join('\n\n')}`;
  yield '\n';
}
