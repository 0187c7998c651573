import { type ReadEntry, voiceOf } from './card-citation.ts';
import type { CardData, CardSibling } from './card-data.ts';
import { figureOf } from './card-figure.ts';
import { titleOf } from './card-heading.ts';
import { atStart, type CardLanguage, type Words, wordsIn } from './card-language.ts';
import { documentOf, formulaOf, textsOf, topicOf } from './card-parts.ts';
import { type Entry, NAMES_ENTRY, PACK_ENTRY } from './entries.ts';
import { figuredClaims, figuresOf } from './figures-of.ts';
import type { Clause } from './model.ts';
import type { Sibling } from './siblings-of.ts';

type Body = Omit<CardData, 'item' | 'coverage' | 'pack'>;

/**
 * Gathers what the card shows of one item, in one language of the interface. Texts of ours fall back to
 * English; quotations stay in the language in which they were printed.
 *
 * @param entry reads the entries that `entriesOf` put into the index; null for an unknown id.
 * @returns null where no item has this id and no redirect leads to one.
 */
export function cardOf(
  entry: (id: string) => unknown | null,
  item: string,
  language: CardLanguage,
): CardData | null {
  // The entries were written by `entriesOf` of the same format version; the index checks that.
  const read: ReadEntry = (id) => entry(id) as Entry | null;
  const pack = read(PACK_ENTRY);
  if (pack?.kind !== 'pack') return null;
  const id = read(item) === null ? (pack.redirects[item]?.[0] ?? item) : item;
  const words = wordsIn(language, read(NAMES_ENTRY));
  const body = bodyOf(id, read, words);
  if (body === null) return null;
  const { head, coverage, texts } = pack;
  return {
    item: id,
    ...body,
    coverage,
    pack: {
      id: head.id,
      name: words.pick(texts, 'name', head.name),
      version: head.version,
      date: head.date,
    },
  };
}

function bodyOf(id: string, read: ReadEntry, words: Words): Body | null {
  const found = read(id);
  if (found?.kind === 'clause') return clauseBody(found, read, words);
  if (found?.kind === 'claim') return claimBody(found, read, words);
  if (found?.kind === 'framing') return framingBody(id, found, read, words);
  return null;
}

function clauseBody(
  entry: Extract<Entry, { kind: 'clause' }>,
  read: ReadEntry,
  words: Words,
): Body {
  const { clause, texts, ...links } = entry;
  const claims = figuredClaims(entry, read);
  const printed = textsOf(clause, read, words);
  const quoted = (clause.also_quoted ?? []).map((quotation) => ({
    ...voiceOf(quotation, null, read, words),
    how: words.name(quotation.how),
  }));
  return {
    kind: 'clause',
    title: words.pick(texts, 'title', titleOf(clause)),
    gist: clause.gist === undefined ? null : words.pick(texts, 'gist', clause.gist),
    texts: printed,
    speaker: atStart(words.name(clause.speaker)),
    section: clause.section === undefined ? null : words.name(clause.section),
    document: documentOf(clause.document, read, words),
    voices: quoted,
    topics: links.topics.flatMap((topic) => topicOf(topic, read, words) ?? []),
    figures: figuresOf(claims).map((figure) => figureOf(figure, read, words)),
    status: claims.map((one) => statusOf(one, words)).join(' ') || null,
    formulae: links.formulae.flatMap((formula) => formulaOf(formula, read, words) ?? []),
    siblings: siblingsOn(links.siblings, read, words),
    notes: [...clauseNotes(clause, words), ...differenceNotes(links.differences, read, words)],
  };
}

function claimBody(
  { claim, texts, ...links }: Extract<Entry, { kind: 'claim' }>,
  read: ReadEntry,
  words: Words,
): Body {
  const document = claim.documents?.[0];
  return {
    kind: 'claim',
    title: words.pick(texts, 'statement', claim.statement),
    gist: null,
    texts: [],
    speaker: atStart(words.name(claim.said_by)),
    section: null,
    document: document === undefined ? null : documentOf(document, read, words),
    voices: claim.evidence.map((quotation) => voiceOf(quotation, null, read, words)),
    topics: links.topics.flatMap((topic) => topicOf(topic, read, words) ?? []),
    figures: claim.figures.map((figure) => figureOf(figure, read, words)),
    status: statusOf({ claim, texts }, words),
    overtakenBy: claim.status.overtaken_by ?? null,
    formulae: [],
    notes: differenceNotes(links.differences, read, words),
  };
}

function statusOf(
  { claim, texts }: Pick<Extract<Entry, { kind: 'claim' }>, 'claim' | 'texts'>,
  words: Words,
): string {
  return words.pick(texts, 'status', words.name(claim.status.note));
}

function framingBody(
  id: string,
  found: Extract<Entry, { kind: 'framing' }>,
  read: ReadEntry,
  words: Words,
): Body | null {
  const topicEntry = read(found.topic);
  const topic = topicOf(found.topic, read, words);
  const framing = topic?.framings.find((one) => one.id === id);
  if (topicEntry?.kind !== 'topic' || topic === null || framing === undefined) return null;
  const own = topicEntry.framings.find((one) => one.id === id);
  const note = own?.note === undefined ? [] : [words.pick(own.texts, 'note', own.note)];
  return {
    kind: 'framing',
    title: framing.label,
    gist: framing.gist,
    texts: [],
    speaker: framing.heldBy.join('; '),
    section: null,
    document: null,
    voices: framing.voices,
    topics: [topic],
    figures: [],
    status: null,
    formulae: found.formulae.flatMap((formula) => formulaOf(formula, read, words) ?? []),
    notes: [
      ...note,
      ...(own?.seen_at ?? []).map((address) => `${words.name('Seen at')} ${address}`),
      ...differenceNotes(found.differences, read, words),
    ],
  };
}

function siblingsOn(siblings: readonly Sibling[], read: ReadEntry, words: Words): CardSibling[] {
  const found = siblings.flatMap(({ clause: id, relation }) => {
    const entry = read(id);
    if (entry?.kind !== 'clause') return [];
    const document = documentOf(entry.clause.document, read, words);
    return {
      item: id,
      title: words.pick(entry.texts, 'title', titleOf(entry.clause)),
      document: document?.title ?? null,
      date: document?.date ?? null,
      speaker: words.name(entry.clause.speaker),
      relation,
    };
  });
  return found.sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
}

const ALIGNMENT_NOTES: Partial<Record<Clause['alignment'], string>> = {
  'english-abridged': 'The English is shorter than the Chinese.',
};

function clauseNotes(clause: Clause, words: Words): string[] {
  const alignment = ALIGNMENT_NOTES[clause.alignment];
  return [
    ...(alignment === undefined ? [] : [words.name(alignment)]),
    ...(clause.note === undefined ? [] : [words.name(clause.note)]),
    ...(clause.elsewhere ?? []).map(({ note, address }) => `${words.name(note)}: ${address}`),
  ];
}

function differenceNotes(ids: readonly string[], read: ReadEntry, words: Words): string[] {
  return ids.flatMap((id) => {
    const entry = read(id);
    if (entry?.kind !== 'difference') return [];
    const sides = [...new Set(entry.between)].map(words.name).join(' / ');
    const note = `${atStart(sides)} — ${words.pick(entry.texts, 'note', entry.note)}`;
    if (entry.resolution === null) return [note];
    return [`${note} ${words.pick(entry.texts, 'status', entry.resolution)}`];
  });
}
