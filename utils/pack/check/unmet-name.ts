import type { Language } from '../../match/types.ts';
import type { Fault } from '../fault.ts';
import type { Claim, Pack } from '../model.ts';
import { faultAt, type Rule } from './rule.ts';

/**
 * What a claim names is met in its own texts: in its evidence, its statement or a wording of ours, in
 * each language that has any, under one form at least. A form that nobody writes helps no matcher.
 */
export const unmetName: Rule = {
  name: 'unmet-name',
  needsWhole: false,
  check: ({ pack, holdsWords }) => {
    const wordings = wordingsByClaim(pack);
    return pack.claims.flatMap((claim) => {
      const texts = textsOf(claim, wordings);
      return claim.names.flatMap((name, at) =>
        (['en', 'zh', 'ru'] as const).flatMap((language): Fault[] => {
          const own = texts.filter((text) => text.language === language);
          const isMet = name[language].some((form) =>
            own.some(({ text }) => holdsWords(text, form)),
          );
          if (own.length === 0 || isMet) return [];
          const message = `names "${name[language].join('", "')}", which none of its texts in "${language}" does`;
          const remedy = 'Add the form that is written, or take the name out';
          return [faultAt(pack, claim, ['names', at, language], message, remedy)];
        }),
      );
    });
  },
};

interface ClaimText {
  readonly language: Language;
  readonly text: string;
}

function wordingsByClaim(pack: Pack): ReadonlyMap<string, readonly ClaimText[]> {
  const found = new Map<string, ClaimText[]>();
  for (const { id, wordings = {} } of pack.wordings) {
    const texts = (Object.entries(wordings) as [Language, readonly string[]][]).flatMap(
      ([language, list]) => list.map((text) => ({ language, text })),
    );
    found.set(id, [...(found.get(id) ?? []), ...texts]);
  }
  return found;
}

function textsOf(claim: Claim, wordings: ReturnType<typeof wordingsByClaim>): ClaimText[] {
  return [
    { language: 'en', text: claim.statement },
    ...claim.evidence.map(({ text, language = 'en' }) => ({ language, text })),
    ...(wordings.get(claim.id) ?? []),
  ];
}
