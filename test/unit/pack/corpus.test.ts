import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createCueMeasure } from '../../../scripts/packs/cue-surprise.ts';
import { ROOT } from '../../../scripts/root.ts';
import type { Language } from '../../../utils/match/types.ts';
import { LEAST_SURPRISE } from '../../../utils/pack/check/common-cue.ts';
import { indexInputOf } from '../../../utils/pack/index-input-of.ts';
import { entriesWithId } from '../../../utils/pack/load.ts';
import { topicsOf } from '../../../utils/pack/topics-of.ts';
import { bundledPack } from '../../support/bundled-pack.ts';

const CORPUS = path.join(ROOT, '..', 'shared', 'corpus');
const TOPICS = path.join(ROOT, '..', 'shared', 'eval', 'topics.json');
const pack = bundledPack();

const read = (file: string) => readFileSync(path.join(CORPUS, file), 'utf8');
const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

describe.skipIf(!existsSync(CORPUS))(
  'the corpus (skipped where ../shared/corpus is absent)',
  () => {
    test('has no document, clause, claim, topic, framing or formula that the pack lacks', () => {
      const { documents, other_instruments_mentioned } = parse(read('documents.yaml'));
      const { topics } = parse(read('framings.yaml'));
      const wanted = [
        ...idsOf(parse(read('sources/sources.yaml')).sources),
        ...idsOf(documents),
        ...idsOf(other_instruments_mentioned),
        ...idsOf(parse(read('clauses.yaml')).clauses),
        ...idsOf(parse(read('claims.yaml')).claims),
        ...idsOf(topics),
        ...topics.flatMap((topic: { framings: { id: string }[] }) => idsOf(topic.framings)),
        ...idsOf(parse(read('phrases-by-year.yaml')).phrases),
        ...idsOf(parse(read('contradictions.yaml')).contradictions),
      ];
      const held = new Set(idsOf(entriesWithId(pack)));
      expect(wanted.length).toBeGreaterThan(500);
      expect(wanted.filter((id) => !held.has(id))).toEqual([]);
    });

    test('leads every former id to the same items as the pack', () => {
      expect(Object.fromEntries(pack.redirects)).toEqual(JSON.parse(read('id-map.json')));
    });

    test('lists no everyday cue that counts in the pack on pages about anything', () => {
      const surprise = createCueMeasure();
      const { topics } = parse(read('framings.yaml')) as {
        topics: { framings: { id: string; cues: Partial<Record<Language, string[]>> }[] }[];
      };
      const common = topics
        .flatMap((topic) => topic.framings)
        .flatMap(({ id, cues }) =>
          (Object.entries(cues) as [Language, string[]][]).flatMap(([language, patterns]) =>
            patterns
              .filter((pattern) => surprise(pattern, language) < LEAST_SURPRISE)
              .map((pattern) => ({ id, language, pattern })),
          ),
        );
      expect(common.length).toBeGreaterThan(0);
      const { items } = indexInputOf(pack);
      const everywhere = common.filter(({ id, language, pattern }) =>
        items
          .find((item) => item.id === id)
          ?.cues.some(
            (cue) => cue.language === language && cue.pattern === pattern && !cue.general,
          ),
      );
      expect(everywhere).toEqual([]);
    });

    test('has the same words for every clause', () => {
      const { clauses } = parse(read('clauses.yaml')) as {
        clauses: { id: string; text: Record<string, string> }[];
      };
      const ours = Object.fromEntries(
        pack.clauses.map(({ id, texts }) => [
          id,
          Object.fromEntries(Object.entries(texts).map(([language, { text }]) => [language, text])),
        ]),
      );
      for (const { id, text } of clauses) expect(ours[id], id).toMatchObject(text);
    });
  },
);

test.skipIf(!existsSync(TOPICS))(
  'items stand in the topics of the scorer (skipped where ../shared/eval is absent)',
  () => {
    const wanted = JSON.parse(readFileSync(TOPICS, 'utf8')) as Record<string, string[]>;
    const ours = topicsOf(pack);
    const sorted = (topics: readonly string[] = []) => [...topics].sort();
    for (const [item, topics] of Object.entries(wanted))
      expect(sorted(ours.get(item)), item).toEqual(sorted(topics));
  },
);
