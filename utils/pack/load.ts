import { type Fault, sortFaults } from './fault.ts';
import type { Clause, LoadedPack, Pack, PackHead, Place, Texts } from './model.ts';
import { type ParsedFile, parseFile } from './parse-file.ts';
import { type FileContent, type FileKind, fileKindOf } from './schema/files.ts';

/** A pack as far as it could be read, for checks that report everything in one run. */
export interface ReadPack {
  readonly pack: Pack;
  /** False where a file or an entry was left out because of a fault. */
  readonly whole: boolean;
  readonly faults: readonly Fault[];
}

const NO_HEAD: PackHead = {
  id: 'unnamed',
  name: 'Unnamed',
  version: '0.0.0',
  date: '1970-01-01',
  subject: { parties: [] },
  renderings: {},
};

/**
 * Reads a pack from its files (path in the pack → YAML text). Runs in Node and in a browser. All faults
 * are found in one run; the pack is null as soon as there is one.
 */
export function loadPack(files: ReadonlyMap<string, string>): LoadedPack {
  const { pack, faults } = readPack(files);
  return { pack: faults.length === 0 ? pack : null, faults };
}

/** Reads what can be read of a pack; entries with faults are left out. */
export function readPack(files: ReadonlyMap<string, string>): ReadPack {
  const faults: Fault[] = [];
  const parsed: ParsedFile[] = [];
  for (const [file, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kind = fileKindOf(file);
    if (kind === null) faults.push(unknownFile(file));
    else parsed.push(parseFile(kind, file, text));
  }
  faults.push(...parsed.flatMap((file) => file.faults));
  if (!files.has('pack.yaml') && !files.has('pack.yml')) faults.push(missingHead());
  const misnamed = misnamedTexts(parsed);
  faults.push(...misnamed);
  const whole = faults.length === 0;
  const pack = assemble(
    parsed.filter(({ file }) => misnamed.every((fault) => fault.file !== file)),
  );
  if (whole && pack.clauses.length + pack.claims.length + pack.topics.length === 0)
    faults.push(emptyPack());
  faults.push(...duplicateIds(pack));
  return { pack, whole, faults: sortFaults(faults) };
}

function assemble(parsed: readonly ParsedFile[]): Pack {
  const places = new Map<object, Place>();
  const of = <K extends FileKind>(kind: K) =>
    parsed.filter((file): file is ParsedFile<K> => file.kind === kind && file.content !== null);
  const entries = <K extends FileKind, T extends object>(
    kind: K,
    list: string,
    pick: (content: FileContent<K>) => readonly T[],
  ): T[] =>
    of(kind).flatMap((file) => {
      const found = file.content === null ? [] : pick(file.content);
      found.forEach((entry, at) => {
        places.set(entry, { file: file.file, path: [list, file.kept[at] ?? at] });
      });
      return [...found];
    });

  const topics = of('topic').flatMap((file) => {
    if (file.content === null) return [];
    places.set(file.content, { file: file.file, path: [] });
    file.content.framings.forEach((framing, at) => {
      places.set(framing, { file: file.file, path: ['framings', file.kept[at] ?? at] });
    });
    return [file.content];
  });
  const clauses = entries('clauses', 'clauses', (content) =>
    content.clauses.map((clause): Clause => ({ ...clause, document: content.document })),
  );
  const texts = of('texts').flatMap(({ content }) =>
    content === null
      ? []
      : [
          [
            content.language,
            {
              names: content.names ?? {},
              markedNames: content.marked_names ?? [],
              subjects: content.subjects ?? {},
              items: content.items,
            } as Texts,
          ] as const,
        ],
  );
  const lines = new Map(parsed.map((file) => [file.file, file.lineOf] as const));
  return {
    head: of('pack')[0]?.content ?? NO_HEAD,
    sources: entries('sources', 'sources', (content) => content.sources),
    documents: entries('documents', 'documents', (content) => content.documents),
    instruments: of('documents').flatMap(({ content }) => content?.instruments ?? []),
    clauses,
    claims: entries('claims', 'claims', (content) => content.claims),
    topics,
    formulae: entries('formulae', 'formulae', (content) => content.formulae),
    differences: entries('differences', 'differences', (content) => content.differences),
    links: entries('links', 'links', (content) => content.links),
    subjects: new Map(
      of('subjects').flatMap(({ content }) => Object.entries(content?.subjects ?? {})),
    ),
    wordings: entries('wordings', 'items', (content) => content.items),
    texts: new Map(texts),
    redirects: new Map(
      of('redirects').flatMap(({ content }) => Object.entries(content?.redirects ?? {})),
    ),
    publishedIds: of('ids').flatMap(({ content }) => content?.ids ?? []),
    places,
    partial: new Set(parsed.filter(({ faults }) => faults.length > 0).map(({ file }) => file)),
    locate: (file, path) => lines.get(file)?.(path) ?? 1,
  };
}

/** Every entry of a pack that has a permanent id. */
export function entriesWithId(pack: Pack): readonly { readonly id: string }[] {
  return [
    ...pack.sources,
    ...pack.documents,
    ...pack.instruments,
    ...pack.clauses,
    ...pack.claims,
    ...pack.topics,
    ...pack.topics.flatMap((topic) => topic.framings),
    ...pack.formulae,
    ...pack.differences,
  ];
}

function duplicateIds(pack: Pack): Fault[] {
  const first = new Map<string, Place | undefined>();
  return entriesWithId(pack).flatMap((entry) => {
    const place = pack.places.get(entry);
    const { id } = entry;
    if (!first.has(id)) {
      first.set(id, place);
      return [];
    }
    const other = first.get(id);
    const where = other ? `${other.file}:${pack.locate(other.file, other.path)}` : 'documents.yaml';
    return {
      file: place?.file ?? 'documents.yaml',
      line: place ? pack.locate(place.file, [...place.path, 'id']) : 1,
      item: id,
      message: `the id is used twice; first at ${where}`,
      remedy: 'Give one of the two another id',
    };
  });
}

/** Texts stand under the name of their language, so that a language has one file and messages find it. */
function misnamedTexts(parsed: readonly ParsedFile[]): Fault[] {
  return parsed.flatMap(({ kind, file, content }) => {
    if (kind !== 'texts' || content === null) return [];
    const { language } = content as FileContent<'texts'>;
    if (new RegExp(`^texts/${language}\\.ya?ml$`).test(file)) return [];
    const message = `holds texts in "${language}" under another name`;
    return { file, line: 1, item: null, message, remedy: `Put them into texts/${language}.yaml` };
  });
}

function unknownFile(file: string): Fault {
  return {
    file,
    line: 1,
    item: null,
    message: 'no part of the pack format has this name',
    remedy: 'See the list of files in docs/packs.md, and correct the name',
  };
}

function missingHead(): Fault {
  return {
    file: 'pack.yaml',
    line: 1,
    item: null,
    message: 'the file is missing',
    remedy: 'Add pack.yaml with id, name, version, date, subject and renderings',
  };
}

function emptyPack(): Fault {
  return {
    file: 'pack.yaml',
    line: 1,
    item: null,
    message: 'the pack holds no clause, no claim and no topic',
    remedy: 'Add a file under clauses/, claims/ or topics/',
  };
}
