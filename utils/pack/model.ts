import type { Fault } from './fault.ts';
import type { FileContent } from './schema/files.ts';

export type PackHead = FileContent<'pack'>;
export type Source = FileContent<'sources'>['sources'][number];
export type PackDocument = FileContent<'documents'>['documents'][number];
export type Instrument = NonNullable<FileContent<'documents'>['instruments']>[number];
export type Claim = FileContent<'claims'>['claims'][number];
export type Topic = FileContent<'topic'>;
export type Framing = Topic['framings'][number];
export type Formula = FileContent<'formulae'>['formulae'][number];
export type Difference = FileContent<'differences'>['differences'][number];
export type Link = FileContent<'links'>['links'][number];
export type Wording = FileContent<'wordings'>['items'][number];
export type ItemTexts = FileContent<'texts'>['items'][string];
export type InterfaceLanguage = FileContent<'texts'>['language'];
export type Voice = Framing['voices'][number];
export type Quotation = Claim['evidence'][number];

/** A clause with the document it belongs to. */
export type Clause = FileContent<'clauses'>['clauses'][number] & { readonly document: string };

/** The texts of ours in one language of the interface. */
export interface Texts {
  readonly names: Readonly<Record<string, string>>;
  /** Names that the language writes between quotation marks. */
  readonly markedNames: readonly string[];
  /** Names of subjects, by the word of the subject. */
  readonly subjects: Readonly<Record<string, string>>;
  readonly items: Readonly<Record<string, ItemTexts>>;
}

/** Finds the line of a value in a pack's file, for messages. `path` are keys and indices from the root. */
export type Locate = (file: string, path: readonly (string | number)[]) => number;

/** Where an item stands: its file, and the path to it in there. */
export interface Place {
  readonly file: string;
  readonly path: readonly (string | number)[];
}

/** A pack, read and well formed; whether it is also right is the business of `check/`. */
export interface Pack {
  readonly head: PackHead;
  readonly sources: readonly Source[];
  readonly documents: readonly PackDocument[];
  readonly instruments: readonly Instrument[];
  readonly clauses: readonly Clause[];
  readonly claims: readonly Claim[];
  readonly topics: readonly Topic[];
  readonly formulae: readonly Formula[];
  readonly differences: readonly Difference[];
  /** Clauses that belong together. */
  readonly links: readonly Link[];
  /** English names of the subjects of clauses and claims, by the word of the subject; empty where none is named. */
  readonly subjects: ReadonlyMap<string, string>;
  readonly wordings: readonly Wording[];
  readonly texts: ReadonlyMap<InterfaceLanguage, Texts>;
  /** Former id → the ids that stand for it now. */
  readonly redirects: ReadonlyMap<string, readonly string[]>;
  /** Every id that an edition has published; empty where the pack keeps no record. */
  readonly publishedIds: readonly string[];
  /** Where each entry object stands, for messages; the keys are the entries themselves. */
  readonly places: ReadonlyMap<object, Place>;
  /** Files of which something was left out because of a fault: what is missing there proves nothing. */
  readonly partial: ReadonlySet<string>;
  readonly locate: Locate;
}

export interface LoadedPack {
  /** Null where a file is missing or does not fit the format. */
  readonly pack: Pack | null;
  readonly faults: readonly Fault[];
}
