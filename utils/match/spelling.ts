/**
 * Folds British and American spellings of a lower-case English word to one form. The result is a key
 * for comparison, not a word: "promise" becomes "promize" on both sides, which costs nothing.
 */
export function foldSpelling(word: string): string {
  if (word.length < 4 || !ANY_RULE.test(word)) return word;
  let folded = word;
  for (const [pattern, replacement] of RULES) {
    if (pattern.test(folded)) folded = folded.replace(pattern, replacement);
  }
  return folded;
}

const DOUBLED =
  'travel|cancel|label|model|signal|level|fuel|rival|counsel|marshal|channel|total|tunnel|quarrel';

/** Each rule is one regular difference; see `docs/matching.md`, rule 1.6. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/^grey/, 'gray'],
  [/^practis(e|ed|es|ing)$/, 'practic$1'],
  [/^([a-z]{2,})is(e|ed|es|er|ers|ing|ation|ations|ational|able)$/, '$1iz$2'],
  [/^([a-z]{2,}l)ys(e|ed|es|er|ers|ing)$/, '$1yz$2'],
  [/^([a-z]{1,}[bdgilmnpv])our(?!ce)/, '$1or'],
  [/^([a-z]{2,}[bt])re(s)?$/, '$1er$2'],
  [/^([a-z]{2,}[bt])red$/, '$1ered'],
  [/^centring$/, 'centering'],
  [/^(def|off|lic|pret)ence/, '$1ense'],
  [new RegExp(`^(${DOUBLED})l(ed|ing|er|ers|or|ors)$`), '$1$2'],
  [/^(fulfil|enrol|instal|skil)l(ment|ed|ing|ful|s)?/, '$1$2'],
  [/^program(?:me)(s|d)?$/, 'program$1'],
  [/^(dialog|catalog|analog)ue(s)?$/, '$1$2'],
  [/^(judg|acknowledg)ement/, '$1ment'],
  [/manoeuvre?(?=s?$)/, 'maneuver'],
  [/manoeuvr/, 'maneuver'],
  [/^sceptic/, 'skeptic'],
  [/^aluminium$/, 'aluminum'],
  [/^(toward|afterward|forward|backward)s$/, '$1'],
];

/** Whether any rule applies: most words are left after one look. */
const ANY_RULE = new RegExp(RULES.map(([pattern]) => pattern.source).join('|'));
