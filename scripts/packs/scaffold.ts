import type { FileKind } from '../../utils/pack/schema/files.ts';

/** Kinds of items for which `npm run new:…` writes a first draft. */
export type ScaffoldKind = 'clause' | 'claim' | 'framing';

export interface Scaffold {
  /** Kind and path of the file to which the entry belongs. */
  readonly kind: FileKind;
  readonly file: string;
  /** What the file begins with where it does not exist yet. */
  readonly head: string;
  /** The entry, to be put at the end of the file. What is to be filled in stands as `""`. */
  readonly entry: string;
}

const SOURCE = 'source: {file: "", offset: 0, end: 0}';

const ENTRIES: Readonly<Record<ScaffoldKind, (id: string) => string>> = {
  clause: (id) => `  - id: ${id}
    title: ""
    gist: ""
    subject: ""
    speaker: ""
    texts:
      zh: {text: "", rendering: "", ${SOURCE}}
      en: {text: "", rendering: "", ${SOURCE}}
    alignment: ""
`,
  claim: (id) => `  - id: ${id}
    subject: ""
    statement: ""
    polarity: ""
    names: []
    said_by: ""
    figures:
      - {key: "", value: "", unit: "", period: "", said_by: "", text: "", ${SOURCE}}
    evidence:
      - {text: "", ${SOURCE}}
    status: {value: "", note: ""}
`,
  framing: (id) => `  - id: ${id}
    label: ""
    held_by: [""]
    standpoint: [""]
    gist: ""
    voices:
      - {text: "", by: "", ${SOURCE}}
    cues:
      en: [""]
      zh: [""]
      ru: [""]
`,
};

const FILES: Readonly<
  Record<ScaffoldKind, (home: string) => Pick<Scaffold, 'kind' | 'file' | 'head'>>
> = {
  clause: (home) => ({
    kind: 'clauses',
    file: `clauses/${home}.yaml`,
    head: `document: ${home}\nclauses:\n`,
  }),
  claim: (home) => ({ kind: 'claims', file: `claims/${home}.yaml`, head: 'claims:\n' }),
  framing: (home) => ({
    kind: 'topic',
    file: `topics/${home}.yaml`,
    head: `id: ${home}\nquestion: ""\nframings:\n`,
  }),
};

/** A first draft of an item. `home` is the document of a clause, the set of a claim, the topic of a framing. */
export function scaffoldItem(kind: ScaffoldKind, id: string, home: string): Scaffold {
  return { ...FILES[kind](home), entry: ENTRIES[kind](id) };
}

const SLOTS =
  '      # Five or more in each language; {key} stands for the figure of the claim that has this key.\n';

/** A first draft of our own wordings of an item, with a place for a near miss. */
export function scaffoldWordings(kind: ScaffoldKind, id: string): Scaffold {
  return {
    kind: 'wordings',
    file: `wordings/${id}.yaml`,
    head: '# Our own wordings, for matching only: never shown as anybody’s words.\nitems:\n',
    entry: `  - id: ${id}
    wordings:
${kind === 'claim' ? SLOTS : ''}      en: [""]
      zh: [""]
      ru: [""]
    avoid:
      - {language: en, pattern: "", reason: ""}
`,
  };
}
