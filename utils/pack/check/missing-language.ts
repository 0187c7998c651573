import type { Language } from '../../match/types.ts';
import type { Fault } from '../fault.ts';
import type { ItemTexts, Pack } from '../model.ts';
import { faultAt, faultIn, type Rule } from './rule.ts';

/** What is written for some items in a language is written for all of them in that language. */
export const missingLanguage: Rule = {
  name: 'missing-language',
  needsWhole: true,
  check: ({ pack }) => [...clauseTexts(pack), ...cues(pack), ...interfaceTexts(pack)],
};

function clauseTexts(pack: Pack): Fault[] {
  return pack.clauses
    .filter((clause) => Object.keys(clause.texts).length === 0)
    .map((clause) => {
      const remedy = 'Add texts.zh, texts.en or texts.ru with the words and their rendering';
      return faultAt(pack, clause, ['texts'], 'has no text in any language', remedy);
    });
}

/** Every framing has cues in each language in which the pack's framings have cues. */
function cues(pack: Pack): Fault[] {
  const framings = pack.topics.flatMap((topic) => topic.framings);
  const used = new Set(framings.flatMap((framing) => Object.keys(framing.cues))) as Set<Language>;
  return framings.flatMap((framing) =>
    [...used]
      .filter((language) => (framing.cues[language] ?? []).length === 0)
      .map((language) =>
        faultAt(
          pack,
          framing,
          ['cues'],
          `has no cue in "${language}"`,
          `Add cues.${language}, as the other framings have`,
        ),
      ),
  );
}

/** Which texts of ours the items of each kind bring along in English. */
function ownFields(pack: Pack): { readonly id: string; readonly field: keyof ItemTexts }[][] {
  const framings = pack.topics.flatMap((topic) => topic.framings);
  const of = (items: readonly { readonly id: string }[], field: keyof ItemTexts) =>
    items.map(({ id }) => ({ id, field }));
  return [
    of(pack.topics, 'question'),
    of(framings, 'label'),
    of(framings, 'gist'),
    of(
      pack.clauses.filter(({ title }) => title !== undefined),
      'title',
    ),
    of(
      pack.clauses.filter(({ gist }) => gist !== undefined),
      'gist',
    ),
    of(pack.claims, 'statement'),
    of(pack.formulae, 'label'),
    of(pack.documents, 'name'),
  ];
}

/**
 * Every topic and framing is named in each language of the interface that has a file of texts; other
 * texts are translated for all items of a kind as soon as one of them is.
 */
function interfaceTexts(pack: Pack): Fault[] {
  const wanted = ownFields(pack);
  const always = wanted.slice(0, 3);
  return [...pack.texts].flatMap(([language, { items }]) =>
    wanted
      .filter(
        (list) =>
          always.includes(list) || list.some(({ id, field }) => items[id]?.[field] !== undefined),
      )
      .flat()
      .filter(({ id, field }) => items[id]?.[field] === undefined)
      .map(({ id, field }) => ({
        ...faultIn(
          pack,
          `texts/${language}.yaml`,
          ['items', id],
          `has no ${field} in ${language}`,
          `Translate the ${field} of the item`,
        ),
        item: id,
      })),
  );
}
