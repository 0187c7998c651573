import type { ItemTexts, Pack } from '../model.ts';

/** A text of ours somewhere in a pack. */
export interface OwnText {
  /** The entry it belongs to; null for a text that stands in `texts/`. */
  readonly entry: { readonly id: string } | null;
  readonly id: string;
  readonly file: string | null;
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** Every text in a pack that is ours: titles, gists, statements, labels, questions, notes, records. */
export function ownTextsIn(pack: Pack): OwnText[] {
  const found: OwnText[] = [];
  const add = (entry: { id: string }, path: OwnText['path'], text: string | undefined) => {
    if (text !== undefined) found.push({ entry, id: entry.id, file: null, path, text });
  };
  for (const document of pack.documents) add(document, ['name'], document.name);
  for (const clause of pack.clauses) {
    add(clause, ['title'], clause.title);
    add(clause, ['gist'], clause.gist);
    add(clause, ['note'], clause.note);
    clause.also_quoted?.forEach(({ how }, at) => {
      add(clause, ['also_quoted', at, 'how'], how);
    });
    clause.elsewhere?.forEach(({ note }, at) => {
      add(clause, ['elsewhere', at, 'note'], note);
    });
  }
  for (const claim of pack.claims) {
    add(claim, ['statement'], claim.statement);
    add(claim, ['status', 'note'], claim.status.note);
  }
  for (const topic of pack.topics) {
    add(topic, ['question'], topic.question);
    add(topic, ['note'], topic.note);
    add(topic, ['record'], topic.record);
    for (const framing of topic.framings) {
      add(framing, ['label'], framing.label);
      add(framing, ['gist'], framing.gist);
      add(framing, ['note'], framing.note);
    }
  }
  for (const formula of pack.formulae) {
    add(formula, ['label'], formula.label);
    add(formula, ['note'], formula.note);
    formula.in_documents.forEach(({ note }, at) => {
      add(formula, ['in_documents', at, 'note'], note);
    });
  }
  for (const difference of pack.differences) {
    add(difference, ['label'], difference.label);
    add(difference, ['note'], difference.note);
    add(difference, ['resolution'], difference.resolution);
  }
  const subjects = [...pack.subjects].map(([subject, text]) => ({
    entry: null,
    id: subject,
    file: 'subjects.yaml',
    path: ['subjects', subject],
    text,
  }));
  return [...found, ...subjects, ...translatedTexts(pack)];
}

function translatedTexts(pack: Pack): OwnText[] {
  return [...pack.texts].flatMap(([language, { items, names, subjects }]) => {
    const file = `texts/${language}.yaml`;
    const listed = (list: string, texts: Readonly<Record<string, string>>): OwnText[] =>
      Object.entries(texts).map(([id, text]) => ({
        entry: null,
        id,
        file,
        path: [list, id],
        text,
      }));
    return [
      ...listed('names', names),
      ...listed('subjects', subjects),
      ...Object.entries(items).flatMap(([id, texts]) =>
        (Object.entries(texts) as [keyof ItemTexts, string][]).map(([field, text]) => ({
          entry: null,
          id,
          file,
          path: ['items', id, field],
          text,
        })),
      ),
    ];
  });
}
