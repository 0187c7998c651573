import type { Language } from '../match/types.ts';
import { citationOf, type ReadEntry, tagOf, voiceOf } from './card-citation.ts';
import type { CardDocument, CardFormula, CardFraming, CardText, CardTopic } from './card-data.ts';
import type { Words } from './card-language.ts';
import type { FramingEntry } from './entries.ts';
import type { Clause } from './model.ts';

const ORDER: Readonly<Record<CardText['role'], number>> = {
  original: 0,
  translation: 1,
  report: 2,
  ours: 3,
};

/** The texts of a clause: the original first, then translations, then reports. */
export function textsOf(clause: Clause, read: ReadEntry, words: Words): CardText[] {
  const pack = read('pack:');
  const renderings = pack?.kind === 'pack' ? pack.head.renderings : {};
  const texts = (Object.keys(clause.texts) as Language[]).flatMap((language) => {
    const text = clause.texts[language];
    if (text === undefined) return [];
    const rendering = renderings[text.rendering];
    return {
      language: tagOf(language),
      text: text.text,
      role: rendering?.role ?? ('report' as const),
      by: rendering?.by === undefined ? null : words.name(rendering.by),
      citation: citationOf(text, read, words),
    };
  });
  return [...texts.sort((a, b) => ORDER[a.role] - ORDER[b.role]), ...ourRendering(clause)];
}

/** Our own translation, which has no place of its own: nobody printed it. */
function ourRendering({ rendering_ours }: Clause): CardText[] {
  if (rendering_ours === undefined) return [];
  const citation = { publisher: null, title: null, date: null, address: null };
  return [{ language: 'ru', text: rendering_ours.ru, role: 'ours', by: null, citation }];
}

export function documentOf(id: string, read: ReadEntry, words: Words): CardDocument | null {
  const entry = read(id);
  if (entry?.kind !== 'document') return null;
  const { document, texts } = entry;
  const title = words.pickTagged(texts, 'name', document.name);
  return {
    id,
    title: title.text,
    titleLanguage: title.language,
    date: document.date,
    place: document.place === undefined ? null : words.name(document.place),
    issuers: document.issuers.map(words.name),
    address: document.read_at ?? null,
  };
}

/** A topic as a question, with every framing of it in the order of the pack. */
export function topicOf(id: string, read: ReadEntry, words: Words): CardTopic | null {
  const entry = read(id);
  if (entry?.kind !== 'topic') return null;
  const { topic, texts, framings } = entry;
  const record = topic.record === undefined ? null : words.pick(texts, 'record', topic.record);
  return {
    id,
    question: words.pick(texts, 'question', topic.question),
    framings: framings.map((framing) => framingOf(framing, read, words)),
    onlyOneSideInSources: topic.only_one_side_in_sources ?? false,
    note: topic.note === undefined ? null : words.pick(texts, 'note', topic.note),
    record,
  };
}

function framingOf(framing: FramingEntry, read: ReadEntry, words: Words): CardFraming {
  return {
    id: framing.id,
    label: words.pick(framing.texts, 'label', framing.label),
    heldBy: framing.held_by.map(words.name),
    gist: words.pick(framing.texts, 'gist', framing.gist),
    voices: framing.voices.map((voice) => voiceOf(voice, voice.by, read, words)),
    ...(framing.clauses && { clauses: framing.clauses }),
    absentFromSources: framing.absent_from_sources ?? false,
  };
}

const HAN = /\p{Script=Han}/u;

/** The words of a piece of evidence, in the reader's own language where there are any. */
function wordsFor(evidence: readonly { readonly text?: string }[], reads: Language): string | null {
  const texts = evidence.flatMap(({ text }) => text ?? []);
  return texts.find((text) => HAN.test(text) === (reads === 'zh')) ?? texts[0] ?? null;
}

/** A formula with the documents in which it was seen or not seen, oldest first. */
export function formulaOf(id: string, read: ReadEntry, words: Words): CardFormula | null {
  const entry = read(id);
  if (entry?.kind !== 'formula') return null;
  const { formula, texts } = entry;
  const documents = formula.in_documents.flatMap((row) => {
    const document = documentOf(row.document, read, words);
    if (document === null) return [];
    const evidence = row.evidence ?? [];
    const slices = evidence.flatMap(({ text, source }) => (text && source ? [text] : []));
    const wording = row.wording ?? wordsFor(evidence, words.reads);
    return {
      document: row.document,
      title: document.title,
      date: document.date ?? '',
      status: row.status,
      wording,
      isQuoted: wording !== null && slices.some((slice) => slice.includes(wording)),
      note: row.note === undefined ? null : words.name(row.note),
      addresses: evidence.flatMap((piece) => citationOf(piece, read, words).address ?? []),
    };
  });
  documents.sort((a, b) => a.date.localeCompare(b.date));
  const first = documents.find(({ status }) => status === 'present');
  return {
    id,
    label: words.pick(texts, 'label', formula.label),
    documents,
    firstSeen: first?.title ?? null,
  };
}
