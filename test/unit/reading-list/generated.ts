import type { ListedPage, PageRecord, PassageRecord } from '../../../utils/reading-list/model.ts';

/** Texts that formats stumble over: quotes, line ends, markup, formulas, scripts, separators. */
const HARD = [
  'are not directed against third parties',
  '“quoted”, "again", \'once more\'',
  'two\nlines\r\nand a tab\t.',
  '=HYPERLINK("https://a.example")',
  '<script>alert(1)</script> & <b>bold</b>',
  '# no heading\n- no list\n1. no number\n> no quotation',
  '---\nnot: front matter\n---',
  '[not a link](javascript:alert(1)) ![no](x) [[wiki]] `code` ==mark== %%no%% $x$',
  '不针对第三方，是“伙伴”。',
  'не направлено против третьих стран — «да»',
  '{braces} \\backslash_under^score 100% $5 #tag ~tilde & co',
  'separators \u2028 and \u2029 end',
  'ER  - \nTY  - ELEC',
  '@article{x, title={y}}',
  '𠮷野家 emoji 👩‍👩‍👧 é',
  'a, b; c | d',
  '*/ --> ]]> </style></body>',
];

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function numbersOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A list of `pages` pages with up to `most` passages each, the same for the same seed. */
export function generatedList(pages: number, most: number, seed = 1): ListedPage[] {
  const next = numbersOf(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const words = (): string => `${pick(HARD)} ${Math.floor(next() * 1e6)}`;
  const time = (): string => new Date(1.75e12 + Math.floor(next() * 1e11)).toISOString();
  const shared = () => ({
    schema: 1 as const,
    note: next() < 0.5 ? '' : words(),
    tags: next() < 0.5 ? [] : [`tag ${Math.floor(next() * 20)}`, pick(['x/y', '标签', 'a, b'])],
    status: pick(['to-read', 'reading', 'done'] as const),
    savedAt: time(),
    edited: next() < 0.5 ? {} : { note: time() },
    deletedAt: null,
    language: pick(['en', 'zh-Hans', 'ru', null]),
  });
  return Array.from({ length: pages }, (_, at): ListedPage => {
    const address = `https://site${at % 40}.example/${at}?a=1&b="%20'<`;
    const page: PageRecord = {
      ...shared(),
      id: `page-${at}`,
      address,
      forms: [new URL(address).href],
      title: words(),
      site: pick(['Example News', '新华网', null, 'A "B" & <C>']),
      author: pick(['A. Writer', null, '李明', 'X & Y, Z']),
      published: pick(['2025-05-09', '2024-02', null, '2023-01-02T03:04:05Z', 'yesterday']),
      isEntry: next() < 0.5,
    };
    const count = Math.floor(next() * most) + 1;
    const passages = Array.from({ length: count }, (__, of): PassageRecord => {
      const exact = words();
      return {
        ...shared(),
        id: `passage-${at}-${of}`,
        page: page.id,
        source: address,
        selector: {
          exact,
          prefix: pick(HARD),
          suffix: pick(HARD),
          start: of * 500,
          end: of * 500 + exact.length,
        },
        match:
          next() < 0.3
            ? null
            : {
                item: `clause.${Math.floor(next() * 50)}`,
                kind: pick(['clause', 'claim', 'framing'] as const),
                degree: pick(['verbatim', 'partial', 'altered'] as const),
                topic: `topic.${Math.floor(next() * 9)}`,
                title: words(),
                original: next() < 0.3 ? null : { text: words(), language: 'zh-Hans' },
                attribution: `Joint statement, ${pick(HARD)}`,
                pack: 'sample',
                packVersion: '1.0.0',
              },
      };
    });
    return { page, passages };
  });
}
