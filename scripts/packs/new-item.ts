import { entriesWithId, readPack } from '../../utils/pack/load.ts';
import { fileKindOf } from '../../utils/pack/schema/files.ts';
import { type Scaffold, type ScaffoldKind, scaffoldItem, scaffoldWordings } from './scaffold.ts';

/** What a new item changes in a pack: the whole text of each file concerned, by its path. */
export interface NewItem {
  readonly files: ReadonlyMap<string, string>;
}

/** A wish that cannot be met; `message` says why and what to do. */
export class NewItemError extends Error {
  override readonly name = 'NewItemError';
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const PREFIX: Readonly<Record<ScaffoldKind, string>> = {
  clause: '',
  claim: 'claim-',
  framing: 'framing-',
};
const HOME: Readonly<Record<ScaffoldKind, string>> = {
  clause: 'the document',
  claim: 'the set of claims',
  framing: 'the topic',
};

/**
 * Adds a first draft of an item and of its wordings to the files of a pack, without writing anything.
 * What stands in the files already is kept to the letter. Throws `NewItemError`.
 */
export function addItem(
  files: ReadonlyMap<string, string>,
  kind: ScaffoldKind,
  id: string,
  home: string | null,
): NewItem {
  const { pack } = readPack(files);
  if (!ID.test(id)) throw new NewItemError('An id is lower-case words joined by hyphens.');
  if (!id.startsWith(PREFIX[kind]))
    throw new NewItemError(`The id of a ${kind} begins with "${PREFIX[kind]}".`);
  const taken = new Set([
    ...entriesWithId(pack).map((entry) => entry.id),
    ...pack.publishedIds,
    ...pack.redirects.keys(),
  ]);
  if (taken.has(id))
    throw new NewItemError(`The id "${id}" is or was in use. Ids are permanent: choose another.`);
  if (home === null || !ID.test(home))
    throw new NewItemError(`Name ${HOME[kind]} it belongs to: --in NAME.`);
  if (kind === 'clause' && !pack.documents.some((document) => document.id === home))
    throw new NewItemError(`There is no document "${home}". Add it to documents.yaml first.`);
  const drafts = [scaffoldItem(kind, id, home), scaffoldWordings(kind, id)];
  return { files: new Map(drafts.map((draft) => [draft.file, withDraft(files, draft)])) };
}

function withDraft(files: ReadonlyMap<string, string>, draft: Scaffold): string {
  if (fileKindOf(draft.file) !== draft.kind) throw new Error(`${draft.file} is out of place`);
  const text = files.get(draft.file) ?? draft.head;
  return `${text}${text.endsWith('\n') ? '' : '\n'}${draft.entry}`;
}
