import type { Fault } from '../fault.ts';
import type { InterfaceLanguage, Pack } from '../model.ts';
import { faultAt, faultIn, type Rule } from './rule.ts';

/** How many times longer than the shortest gist of a topic another may be. */
const MOST_TIMES = 2;

/** A label or gist of a framing, in English or another language, with the way to report it. */
interface FramingText {
  readonly label: string;
  readonly gist: string;
  fault(field: 'label' | 'gist', message: string, remedy: string): Fault;
}

/**
 * Framings of one topic stand beside each other in equal grammar and length, in every language: a label
 * without a full stop, a gist of one sentence, none more than twice as long as another.
 */
export const unevenFramings: Rule = {
  name: 'uneven-framings',
  needsWhole: false,
  check: ({ pack }) =>
    pack.topics.flatMap(({ id, framings }) => {
      const english = framings.map(
        (framing): FramingText => ({
          ...framing,
          fault: (field, message, remedy) => faultAt(pack, framing, [field], message, remedy),
        }),
      );
      const translated = [...pack.texts.keys()].map((language) =>
        framings.flatMap((framing) => textOf(pack, language, framing.id) ?? []),
      );
      return [english, ...translated].flatMap((texts) => [
        ...texts.flatMap(grammar),
        ...lengths(id, texts),
      ]);
    }),
};

/** Null where the label or the gist is not translated: another rule reports that. */
function textOf(pack: Pack, language: InterfaceLanguage, id: string): FramingText | null {
  const { label, gist } = pack.texts.get(language)?.items[id] ?? {};
  if (label === undefined || gist === undefined) return null;
  return {
    label,
    gist,
    fault: (field, message, remedy) => ({
      ...faultIn(pack, `texts/${language}.yaml`, ['items', id, field], message, remedy),
      item: id,
    }),
  };
}

function grammar({ label, gist, fault }: FramingText): Fault[] {
  const faults: Fault[] = [];
  if (/[.!?。！？]$/u.test(label))
    faults.push(
      fault('label', 'the label ends like a sentence', 'Write a noun phrase without a full stop'),
    );
  if (!/^[^.。！？]*[.。]$/u.test(gist.replace(/(?<=\b\p{Lu})\./gu, '')))
    faults.push(
      fault(
        'gist',
        'the gist is not one sentence',
        'Write one sentence with a full stop at its end',
      ),
    );
  return faults;
}

function lengths(topic: string, texts: readonly FramingText[]): Fault[] {
  const shortest = Math.min(...texts.map(({ gist }) => gist.length));
  return texts
    .filter(({ gist }) => gist.length > shortest * MOST_TIMES)
    .map(({ gist, fault }) =>
      fault(
        'gist',
        `the gist has ${gist.length} characters where another of its topic has ${shortest}`,
        `Bring the gists of "${topic}" to a like length`,
      ),
    );
}
