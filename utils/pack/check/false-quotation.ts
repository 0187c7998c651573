import type { Fault } from '../fault.ts';
import type { Pack } from '../model.ts';
import { type OwnText, ownTextsIn } from './own-texts-in.ts';
import { quotationsIn } from './quotations-in.ts';
import { faultAt, faultIn, type Rule } from './rule.ts';

/** Words between quotation marks of any shape; an apostrophe inside single marks does not end them. */
const MARKED =
  /“([^”]*)”|«([^»]*)»|„([^“]*)“|「([^」]*)」|『([^』]*)』|"([^"]*)"|‘([^‘’]*(?:’\p{L}[^‘’]*)*)’/gu;
const ENDS = /^[\s,.;:!?…，。；：、]+|[\s,.;:!?…，。；：、]+$/gu;
const HAN = /\p{Script=Han}/u;

/**
 * What stands between quotation marks in a text of ours is verbatim: words that the pack quotes, or holds
 * as a formula's wording, in either script of Chinese. So a translation of ours never looks like somebody's words. The
 * names that a language writes between marks (companies, newspapers) are listed in `marked_names`.
 */
export const falseQuotation: Rule = {
  name: 'false-quotation',
  needsWhole: true,
  check: ({ pack, holdsWords }) => {
    const held = heldWords(pack);
    const small = held.toLowerCase();
    const names = [...pack.texts.values()].flatMap(({ markedNames }) => markedNames);
    const isName = (words: string) =>
      names.some((name) => holdsWords(name, words) && holdsWords(words, name));
    const isHeld = (words: string) =>
      small.includes(words.toLowerCase()) || (HAN.test(words) && holdsWords(held, words));
    return textsIn(pack).flatMap((own) =>
      markedWords(own.text)
        .filter((words) => !isName(words) && !words.split('…').every(isHeld))
        .map((words) => faultOf(pack, own, words)),
    );
  },
};

function markedWords(text: string): string[] {
  return [...text.matchAll(MARKED)]
    .map(([, ...groups]) => (groups.find((group) => group !== undefined) ?? '').replace(ENDS, ''))
    .filter((words) => words !== '');
}

/** Everything that somebody else said or wrote, as far as the pack has the words. */
function heldWords(pack: Pack): string {
  const quoted = quotationsIn(pack).flatMap(({ text }) => text ?? []);
  const wordings = pack.formulae.flatMap(({ in_documents }) =>
    in_documents.flatMap(({ wording }) => wording ?? []),
  );
  return [...quoted, ...wordings].join('\n\n');
}

function textsIn(pack: Pack): OwnText[] {
  const renderings = pack.clauses.flatMap((clause) =>
    clause.rendering_ours === undefined
      ? []
      : {
          entry: clause,
          id: clause.id,
          file: null,
          path: ['rendering_ours', 'ru'],
          text: clause.rendering_ours.ru,
        },
  );
  return [...ownTextsIn(pack), ...renderings];
}

function faultOf(pack: Pack, { entry, file, id, path }: OwnText, words: string): Fault {
  const message = `puts “${words}” between quotation marks, which no quotation of the pack holds`;
  const remedy = 'Take the marks off, quote the original, or list a name in marked_names';
  return entry === null
    ? { ...faultIn(pack, file ?? 'pack.yaml', path, message, remedy), item: id }
    : faultAt(pack, entry, path, message, remedy);
}
