/** What each app shows at each step: paragraphs, each with a key and three stretches of text. */
const QUOTED = [
  'The Russian side said that Russia-China relations are built on the basis of ',
  'mutual equality',
  ' and mutual respect, in Moscow.',
];
const OPENING = ['Moscow and Beijing met again. ', 'Russia and China', ' signed nothing.'];
const OTHER = ['Tomatoes like sun, ', 'and so do', ' the beans beside them.'];

const STEPS = [
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

export function paragraphsAt(step) {
  return STEPS[step].map(([key, [before, strong, after]]) => ({ key, before, strong, after }));
}
