import type { CheckContext } from '../../utils/pack/check/rule.ts';

/** The text from which the small pack quotes. */
const SMALL_SOURCE = 'The bridge shall be open to all. Trade reached 12 million crowns in 1901.';

const FILES: Readonly<Record<string, string>> = {
  'pack.yaml': `id: river-treaty
name: "The river treaty"
version: "1.0.0"
date: "2020-01-02"
subject:
  parties:
    - id: north
      names: {en: ["Northland"], zh: ["北国"], ru: ["Северия"]}
renderings:
  treaty-text: {role: original}
`,
  'sources.yaml': `sources:
  - id: gazette-1901
    file: "gazette.txt"
    sha256: "${'0'.repeat(64)}"
    characters: 73
    language: en
    kind: news
    title: {value: "The Gazette", certainty: seen}
    publisher: {value: "The Gazette", certainty: seen}
    author: {value: null, certainty: unknown}
    date: {value: "1901-05-06", certainty: seen}
    address: {value: "https://gazette.example/1901", certainty: seen}
`,
  'documents.yaml': `documents:
  - id: river-treaty-1901
    name: "River Treaty of 1901"
    kind: treaty
    date: "1901-05-01"
    issuers: ["Northland", "Southland"]
    title: {}
    addresses: []
    texts_held: {en: "one clause"}
`,
  'clauses/river-treaty-1901.yaml': `document: river-treaty-1901
clauses:
  - id: treaty-bridge-open
    title: "Bridge open to all"
    subject: bridge
    speaker: "joint text"
    texts:
      en:
        text: "The bridge shall be open to all"
        rendering: treaty-text
        source: {file: "gazette.txt", offset: 0, end: 31}
    alignment: english-only
`,
  'claims/trade.yaml': `claims:
  - id: claim-trade-1901
    subject: trade
    statement: "Trade reached 12 million crowns in 1901."
    polarity: affirms
    names: []
    said_by: "The Gazette"
    figures:
      - {value: 12000000, unit: crowns, period: "1901", said_by: "The Gazette", said_on: "1901-05-06", address: "https://gazette.example/1901"}
    evidence:
      - text: "Trade reached 12 million crowns in 1901"
        source: {file: "gazette.txt", offset: 33, end: 72}
    status: {value: single-source, note: "One source."}
`,
  'topics/openness.yaml': `id: openness
question: "Is the bridge open?"
framings:
  - id: framing-open-bridge
    label: "Open bridge"
    held_by: ["both governments"]
    standpoint: [official]
    gist: "Everybody may cross the bridge."
    voices:
      - {text: "open to all", by: "the treaty", source: {file: "gazette.txt", offset: 20, end: 31}}
    cues: {en: ["open bridge"], zh: ["开放的桥"], ru: ["открытый мост"]}
    clauses: [treaty-bridge-open]
  - id: framing-closed-bridge
    label: "Bridge closed in fact"
    held_by: ["travellers"]
    standpoint: [press]
    gist: "Guards keep the poor from crossing."
    absent_from_sources: true
    voices: []
    seen_at: ["https://travel.example/bridge"]
    cues: {en: ["closed bridge"], zh: ["关闭的桥"], ru: ["закрытый мост"]}
`,
  'formulae.yaml': `formulae:
  - id: phrase-open-to-all
    label: "Open to all"
    wordings: {en: ["open to all"]}
    in_documents:
      - document: river-treaty-1901
        status: present
        evidence:
          - {text: "open to all", source: {file: "gazette.txt", offset: 20, end: 31}}
    framings: [framing-open-bridge]
`,
  'redirects.yaml': `redirects:
  B1: [treaty-bridge-open]
`,
  'ids.yaml': `ids: [treaty-bridge-open]
`,
  'wordings/clauses.yaml': `items:
  - id: treaty-bridge-open
    wordings: {en: ["Nobody is kept from the bridge"]}
    avoid: [{language: en, pattern: "bridge loan", reason: "a loan"}]
`,
};

/** The files of a small pack without a fault. Each call gives a new map. */
export function smallPack(): Map<string, string> {
  return new Map(Object.entries(FILES));
}

/** The small pack with one piece of one file replaced. Throws where the piece does not occur. */
export function smallPackWith(file: string, from: string, to: string): Map<string, string> {
  const files = smallPack();
  const text = files.get(file) ?? '';
  if (!text.includes(from)) throw new Error(`"${from}" does not stand in ${file}`);
  return files.set(file, text.replace(from, to));
}

/** What a check needs besides the pack: a fixed day, the source, and cues that are all good. */
export function smallContext(): Omit<CheckContext, 'pack'> {
  return {
    today: '2026-01-01',
    sources: new Map([['gazette.txt', SMALL_SOURCE]]),
    cueProblem: () => null,
    cueSurprise: () => 2,
    holdsWords: (text, words) => text.includes(words),
  };
}
