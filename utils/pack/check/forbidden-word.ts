import { ownTextsIn } from './own-texts-in.ts';
import { faultAt, faultIn, type Rule } from './rule.ts';

/** Words that pass a verdict. They may stand in a quotation, between quotation marks, and nowhere else. */
const FORBIDDEN: readonly { readonly pattern: RegExp; readonly instead: string }[] = [
  { pattern: /\bfact[- ]?check\w*/iu, instead: 'say what the sources agree or differ in' },
  { pattern: /\b(?:un)?bias(?:ed)?\b/iu, instead: 'say who holds what' },
  { pattern: /\bpropagand\w*/iu, instead: 'name the message and who sends it' },
  { pattern: /\bdebunk\w*/iu, instead: 'say who says otherwise' },
  { pattern: /\bdisputed\b/iu, instead: 'say who says otherwise' },
  { pattern: /\bclaim(?:s|ed|ing) to\b/iu, instead: 'write "says" or "reports"' },
  { pattern: /\badmit(?:s|ted)?\b/iu, instead: 'write "says" or "reports"' },
  { pattern: /\b(?:so-called|regime|fake|hoax|lies)\b/iu, instead: 'use a neutral name' },
  {
    pattern: /(?<!\p{L})(?:пропаганд|предвзят|фейк|так называем)\p{L}*/iu,
    instead: 'use a neutral name',
  },
  { pattern: /所谓|所謂|谣言|謠言|假新闻|假新聞/u, instead: 'use a neutral name' },
];

const QUOTED = /“[^”]*”|‘[^’]*’|«[^»]*»|「[^」]*」|"[^"]*"/gu;

/** Our own words are neutral. */
export const forbiddenWord: Rule = {
  name: 'forbidden-word',
  needsWhole: false,
  check: ({ pack }) =>
    ownTextsIn(pack).flatMap(({ entry, id, file, path, text }) => {
      const own = text.replace(QUOTED, '');
      return FORBIDDEN.flatMap(({ pattern, instead }) => {
        const word = pattern.exec(own)?.[0];
        if (word === undefined) return [];
        const message = `uses the word "${word}" in our own name`;
        const remedy = `Quote it with its speaker, or ${instead}`;
        return entry === null
          ? { ...faultIn(pack, file ?? 'pack.yaml', path, message, remedy), item: id }
          : faultAt(pack, entry, path, message, remedy);
      });
    }),
};
