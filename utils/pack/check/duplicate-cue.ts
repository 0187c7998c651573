import type { Language } from '../../match/types.ts';
import type { Fault } from '../fault.ts';
import type { Pack } from '../model.ts';
import { faultAt, type Rule } from './rule.ts';

/** A cue of one item, with the place where it is written. */
interface PlacedCue {
  readonly entry: { readonly id: string };
  readonly path: readonly (string | number)[];
  readonly key: string;
  readonly pattern: string;
}

/** A cue is listed once in each list of an item: a second time it only hides a slip. */
export const duplicateCue: Rule = {
  name: 'duplicate-cue',
  needsWhole: false,
  check: ({ pack }) => {
    const seen = new Map<object, Set<string>>();
    return cuesIn(pack).flatMap(({ entry, path, key, pattern }): Fault[] => {
      const own = seen.get(entry) ?? new Set();
      seen.set(entry, own);
      if (!own.has(key)) {
        own.add(key);
        return [];
      }
      const message = `lists the cue "${pattern}" twice`;
      return [faultAt(pack, entry, path, message, 'Take one of the two out')];
    });
  },
};

/** Every cue and avoided pattern of a pack, with its place. */
export function cuesIn(pack: Pack): (PlacedCue & { readonly language: Language })[] {
  const framings = pack.topics.flatMap((topic) => topic.framings);
  const lists = [...framings, ...pack.wordings].flatMap((entry) =>
    (['cues', 'cues_general'] as const).flatMap((field) =>
      (['en', 'zh', 'ru'] as const).flatMap((language) =>
        (entry[field]?.[language] ?? []).map((pattern, at) => ({
          entry,
          path: [field, language, at],
          key: `${language}:${pattern.toLowerCase()}`,
          pattern,
          language,
        })),
      ),
    ),
  );
  const avoided = pack.wordings.flatMap((entry) =>
    (entry.avoid ?? []).map(({ language, pattern }, at) => ({
      entry,
      path: ['avoid', at, 'pattern'],
      key: `avoid ${language}:${pattern.toLowerCase()}`,
      pattern,
      language,
    })),
  );
  return [...lists, ...avoided];
}
