/** What each app shows at each step: paragraphs, each with a key and three stretches of text. */
type Stretches = readonly [string, string, string];

const QUOTED: Stretches = [
  'The Russian side said that Russia-China relations are built on the basis of ',
  'mutual equality',
  ' and mutual respect, in Moscow.',
];
const OPENING: Stretches = [
  'Moscow and Beijing met again. ',
  'Russia and China',
  ' signed nothing.',
];
const OTHER: Stretches = ['Tomatoes like sun, ', 'and so do', ' the beans beside them.'];

const STEPS: readonly (readonly [string, Stretches][])[] = [
  [
    ['opening', OPENING],
    ['quoted', QUOTED],
    ['other', OTHER],
  ],
  // The marked text is replaced within its nodes.
  [
    ['opening', OPENING],
    ['quoted', OTHER],
    ['other', OTHER],
  ],
  // It comes back, elsewhere, in elements that are new.
  [
    ['fresh', QUOTED],
    ['other', OTHER],
    ['opening', OPENING],
  ],
  // The same order backwards, which moves elements, and one more.
  [
    ['opening', OPENING],
    ['other', OTHER],
    ['fresh', QUOTED],
    ['second', QUOTED],
  ],
  [],
  [['quoted', QUOTED]],
];

export interface Paragraph {
  readonly key: string;
  readonly before: string;
  readonly strong: string;
  readonly after: string;
}

export function paragraphsAt(step: number): readonly Paragraph[] {
  return (STEPS[step] ?? []).map(([key, [before, strong, after]]) => ({
    key,
    before,
    strong,
    after,
  }));
}

/** The whole text of each paragraph at a step. */
export function textsAt(step: number): readonly string[] {
  return paragraphsAt(step).map(({ before, strong, after }) => before + strong + after);
}
