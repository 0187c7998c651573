import type { Fault } from '../fault.ts';
import type { Framing, Pack, Topic } from '../model.ts';
import { faultAt, type Rule } from './rule.ts';

/** How many times longer than the shortest gist of a topic another may be. */
const MOST_TIMES = 3;

/**
 * Framings of one topic stand beside each other in equal grammar and length: a label without a full stop,
 * a gist of one sentence, none much longer than the others.
 */
export const unevenFramings: Rule = {
  name: 'uneven-framings',
  needsWhole: false,
  check: ({ pack }) =>
    pack.topics.flatMap((topic) => [
      ...topic.framings.flatMap((framing) => grammar(pack, framing)),
      ...lengths(pack, topic),
    ]),
};

function grammar(pack: Pack, framing: Framing): Fault[] {
  const faults: Fault[] = [];
  if (/[.!?]$/.test(framing.label))
    faults.push(
      faultAt(
        pack,
        framing,
        ['label'],
        'the label ends like a sentence',
        'Write a noun phrase without a full stop',
      ),
    );
  if (!/^[^.]*\.$/.test(framing.gist.replace(/(?<=\b[A-Z])\./g, '')))
    faults.push(
      faultAt(
        pack,
        framing,
        ['gist'],
        'the gist is not one sentence',
        'Write one sentence with a full stop at its end',
      ),
    );
  return faults;
}

function lengths(pack: Pack, topic: Topic): Fault[] {
  const shortest = Math.min(...topic.framings.map(({ gist }) => gist.length));
  return topic.framings
    .filter(({ gist }) => gist.length > shortest * MOST_TIMES)
    .map((framing) =>
      faultAt(
        pack,
        framing,
        ['gist'],
        `the gist has ${framing.gist.length} characters where another of its topic has ${shortest}`,
        `Bring the gists of "${topic.id}" to a like length`,
      ),
    );
}
