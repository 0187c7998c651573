/** Length limits of a pack's fields, in UTF-16 code units, and the sizes that a file may have. */
export const LIMITS = {
  id: 64,
  /** A few words: a clause's title, a framing's label. */
  title: 90,
  /** One plain sentence of ours. */
  gist: 200,
  question: 90,
  /** A claim's statement. */
  statement: 300,
  /** Who said, holds or issued something. */
  attribution: 120,
  note: 400,
  record: 700,
  /** A slice of a document. */
  quotation: 600,
  /** Words in a framing's voice, so that a card stays short. */
  voiceWords: 40,
  documentTitle: 500,
  address: 500,
  /** A cue pattern, alternatives and all. */
  cue: 1000,
  wording: 700,
  /** Items that one pack may hold, all kinds together. */
  items: 100_000,
} as const;
