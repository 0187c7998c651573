import type { Fault } from '../fault.ts';
import type { Pack } from '../model.ts';
import { faultAt, faultIn, type Rule } from './rule.ts';

const FILE = 'subjects.yaml';

/**
 * Where a pack names its subjects, it names every one that a clause or claim has, in each language of the
 * interface that it has texts in, and none besides: a reader meets them as topics.
 */
export const unnamedSubject: Rule = {
  name: 'unnamed-subject',
  needsWhole: true,
  check: ({ pack }) => {
    if (pack.subjects.size === 0) return [];
    const items = [...pack.clauses, ...pack.claims];
    const used = new Set(items.map(({ subject }) => subject));
    const unnamed = items
      .filter(({ subject }, at) => items.findIndex((one) => one.subject === subject) === at)
      .filter(({ subject }) => !pack.subjects.has(subject))
      .map((item) => {
        const message = `its subject "${item.subject}" has no name`;
        return faultAt(
          pack,
          item,
          ['subject'],
          message,
          `Name it in ${FILE}, or use a subject there`,
        );
      });
    const idle = [...pack.subjects.keys()]
      .filter((subject) => !used.has(subject))
      .map((subject) => {
        const message = `names the subject "${subject}", which no clause or claim has`;
        return faultIn(pack, FILE, ['subjects', subject], message, 'Take it out, or correct it');
      });
    return [...unnamed, ...idle, ...translated(pack)];
  },
};

function translated(pack: Pack): Fault[] {
  return [...pack.texts].flatMap(([language, { subjects }]) => {
    const file = `texts/${language}.yaml`;
    const missing = [...pack.subjects.keys()]
      .filter((subject) => subjects[subject] === undefined)
      .map((subject) => {
        const message = `has no name of the subject "${subject}" in ${language}`;
        return faultIn(pack, file, ['subjects'], message, 'Add it under subjects');
      });
    const unknown = Object.keys(subjects)
      .filter((subject) => !pack.subjects.has(subject))
      .map((subject) => {
        const message = `names the subject "${subject}", which ${FILE} does not`;
        return faultIn(pack, file, ['subjects', subject], message, 'Correct it, or take it out');
      });
    return [...missing, ...unknown];
  });
}
