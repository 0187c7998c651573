import * as v from 'valibot';

/** Longest text of one call `match`, in UTF-16 code units. */
const LONGEST_MATCH_TEXT = 200_000;

/** Longest passage that is kept, in UTF-16 code units; context is kept shorter by the sender. */
const LONGEST_PASSAGE = 20_000;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** A line from a page; whoever keeps it shortens it. */
const line = v.pipe(v.string(), v.maxLength(20_000));
const address = v.pipe(v.string(), v.maxLength(8_000), v.url());
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const optional = <S extends v.GenericSchema>(schema: S) => v.nullable(schema);

const selector = v.pipe(
  v.object({
    exact: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_PASSAGE)),
    prefix: line,
    suffix: line,
    start: offset,
    end: offset,
  }),
  v.check(({ start, end }) => end > start, 'the passage ends before it starts'),
);

const match = v.object({
  item: id,
  kind: v.picklist(['clause', 'claim', 'framing']),
  degree: v.picklist(['verbatim', 'partial', 'altered', 'translation', 'paraphrase']),
  topic: v.pipe(v.string(), v.maxLength(200)),
  title: line,
  original: optional(
    v.object({ text: v.pipe(v.string(), v.maxLength(LONGEST_PASSAGE)), language: id }),
  ),
  attribution: line,
  pack: id,
  packVersion: id,
});

/** What the page says of itself; parsed wherever it comes from a page. */
export const pageDescription = v.object({
  address,
  canonicalAddress: optional(line),
  title: line,
  site: optional(line),
  author: optional(line),
  published: optional(line),
  language: optional(v.pipe(v.string(), v.maxLength(100))),
});

/** A request to keep a passage, as a page sends it. */
export const passageToSave = v.object({
  page: pageDescription,
  selector,
  language: optional(v.pipe(v.string(), v.maxLength(100))),
  match: optional(match),
});

const requests = {
  wake: v.null(),
  match: v.object({
    text: v.pipe(v.string(), v.maxLength(LONGEST_MATCH_TEXT)),
    settings: v.optional(
      v.object({
        sensitivity: v.picklist(['quotations', 'balanced', 'broad']),
        interfaceLanguage: v.picklist(['auto', 'en', 'zh-CN', 'zh-TW', 'ru']),
      }),
    ),
  }),
  card: v.object({
    item: id,
    passage: v.exactOptional(
      v.object({ text: v.pipe(v.string(), v.maxLength(4_000)), start: offset, end: offset }),
    ),
  }),
  save: passageToSave,
  unsave: v.object({ id }),
  resave: v.object({ id }),
  savedPassage: v.object({ id }),
  annotate: v.object({
    id,
    note: v.optional(v.pipe(v.string(), v.maxLength(100_000))),
    tags: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(1_000))), v.maxLength(1_000))),
    status: v.optional(v.picklist(['to-read', 'reading', 'done'])),
  }),
  writeNote: v.object({ id }),
  listChanged: v.object({ ids: v.nullable(v.array(id)) }),
  openPassage: v.object({ id }),
  savedOn: v.object({ address }),
  pageChanged: v.object({
    state: v.picklist([
      'ready',
      'reading',
      'off-subject',
      'off-here',
      'off-everywhere',
      'orphaned',
      'failed',
    ]),
    count: offset,
  }),
  stepOn: v.object({ by: v.picklist([1, -1]), opens: v.boolean(), hasLeft: v.boolean() }),
  mute: v.object({
    item: id,
    where: v.picklist(['site', 'everywhere']),
    muted: v.boolean(),
  }),
  coverage: v.null(),
  gates: v.null(),
  texts: v.null(),
  topics: v.object({ items: v.pipe(v.array(id), v.maxLength(5_000)) }),
  topicNames: v.object({ topics: v.pipe(v.array(id), v.maxLength(5_000)) }),
  titles: v.object({ items: v.pipe(v.array(id), v.maxLength(5_000)) }),
  savePage: v.object({ tabId: offset }),
  loadPart: v.object({ name: v.picklist(['card', 'marks', 'saved']) }),
  openReadingList: v.null(),
} as const;

/** What is wrong with the request of a call to the background, or null. */
export function checkBackgroundRequest(name: string, request: unknown): string | null {
  const schema = Object.hasOwn(requests, name) ? requests[name as keyof typeof requests] : null;
  if (schema === null) return 'it is not known';
  const parsed = v.safeParse(schema, request);
  if (parsed.success) return null;
  const [issue] = parsed.issues;
  return `${v.getDotPath(issue) ?? 'the request'}: ${issue.message}`;
}
