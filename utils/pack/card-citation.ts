import type { Language } from '../match/types.ts';
import type { CardCitation, CardVoice, TextLanguage } from './card-data.ts';
import { atStart, type Words } from './card-language.ts';
import { DAY_UNKNOWN } from './day-unknown.ts';
import type { Entry } from './entries.ts';

/** Reads an entry of an index; null where there is none. */
export type ReadEntry = (id: string) => Entry | null;

/** Words with the place where they stand: a slice of a source, or an address. */
interface Placed {
  readonly source?: { readonly file: string };
  readonly address?: string;
  /** ISO date of words that stand at an address, or that it is unknown. */
  readonly said_on?: string;
}

interface Quoted extends Placed {
  readonly text: string;
  readonly language?: Language;
  /** The same words as they were said. */
  readonly original?: Quoted;
}

const TAGS: Readonly<Record<Language, TextLanguage>> = { en: 'en', zh: 'zh-Hans', ru: 'ru' };

export function tagOf(language: Language): TextLanguage {
  return TAGS[language];
}

/** Where words can be read: the source of the slice, or the host of the address. Words for a date are ours. */
export function citationOf(placed: Placed, read: ReadEntry, words: Words): CardCitation {
  const source = placed.source ? sourceOf(placed.source.file, read) : null;
  if (source === null) {
    const address = placed.address ?? null;
    return { publisher: hostOf(address), title: null, date: dayOf(placed.said_on, words), address };
  }
  return {
    publisher: source.publisher.value === null ? null : words.name(source.publisher.value),
    title: source.title.value,
    date: source.date.value === null ? null : words.name(source.date.value),
    address: source.address.value,
  };
}

/**
 * Quoted words with the one who answers for them: where nobody is named, the publisher of their source.
 * A reader of the language in which they were said gets them in it.
 */
export function voiceOf(
  translated: Quoted,
  by: string | null,
  read: ReadEntry,
  words: Words,
): CardVoice {
  const { original } = translated;
  const quoted = original?.language === words.reads ? original : translated;
  const citation = citationOf(quoted, read, words);
  return {
    text: quoted.text,
    language: tagOf(quoted.language ?? 'en'),
    by: by === null ? (citation.publisher ?? citation.address ?? '') : atStart(words.name(by)),
    citation,
  };
}

function sourceOf(file: string, read: ReadEntry) {
  const pack = read('pack:');
  const id = pack?.kind === 'pack' ? pack.sourceOfFile[file] : undefined;
  const source = id === undefined ? null : read(id);
  return source?.kind === 'source' ? source.source : null;
}

function dayOf(saidOn: string | undefined, words: Words): string | null {
  return saidOn === DAY_UNKNOWN ? words.name('day unknown') : (saidOn ?? null);
}

function hostOf(address: string | null): string | null {
  const host = address === null ? undefined : /^https?:\/\/(?:www\.)?([^/:?#]+)/.exec(address)?.[1];
  return host ?? null;
}
