import { faultAt, type Rule } from './rule.ts';

/** Where the sources hold one side only, the topic says so; where nobody is quoted, the framing says so. */
export const oneSidedTopic: Rule = {
  name: 'one-sided-topic',
  needsWhole: false,
  check: ({ pack }) =>
    pack.topics.flatMap((topic) => {
      const alone =
        topic.framings.length < 2 &&
        !topic.only_one_side_in_sources &&
        !pack.partial.has(pack.places.get(topic)?.file ?? '')
          ? [
              faultAt(
                pack,
                topic,
                ['framings'],
                'has one framing and does not say why',
                'Add only_one_side_in_sources: true, or another framing',
              ),
            ]
          : [];
      const silent = topic.framings
        .filter(
          (framing) => (framing.voices.length === 0) !== (framing.absent_from_sources ?? false),
        )
        .map((framing) =>
          framing.voices.length === 0
            ? faultAt(
                pack,
                framing,
                ['voices'],
                'quotes nobody and does not say that the sources lack it',
                'Add a voice, or absent_from_sources: true with seen_at',
              )
            : faultAt(
                pack,
                framing,
                ['absent_from_sources'],
                'is called absent from the sources and quotes one',
                'Take absent_from_sources or the voices out',
              ),
        );
      return [...alone, ...silent];
    }),
};
