import { describe, expect, test } from 'vitest';
import { entriesOf } from '../../../utils/pack/entries.ts';
import { topicNameOf } from '../../../utils/pack/topic-name.ts';
import { topicsOf } from '../../../utils/pack/topics-of.ts';
import { bundledPack } from '../../support/bundled-pack.ts';

const LANGUAGES = ['en', 'zh-CN', 'zh-TW', 'ru'] as const;
const pack = bundledPack();
const topics = topicsOf(pack);
const entries = entriesOf(pack, topics);
const nameOf = (topic: string, language: (typeof LANGUAGES)[number]): string | null =>
  topicNameOf((id) => entries.get(id) ?? null, topic, language);

describe('the name of a topic', () => {
  test('is known for every topic that a reader can meet, in every language, each in its own', () => {
    const all = [...new Set([...topics.values()].flat())];
    expect(all.length).toBeGreaterThan(pack.topics.length + 90);
    const missing = all.flatMap((topic) =>
      LANGUAGES.filter((language) => {
        const name = nameOf(topic, language);
        const isOwn = language === 'en' || name !== nameOf(topic, 'en') || isName(name);
        return name === null || name === '' || !isOwn;
      }).map((language) => `${topic} in ${language}`),
    );
    expect(missing).toEqual([]);
  });

  test('is written in the letters of its language', () => {
    for (const topic of new Set([...topics.values()].flat())) {
      expect(nameOf(topic, 'ru'), topic).toMatch(/\p{Script=Cyrillic}/u);
      expect(nameOf(topic, 'zh-CN'), topic).toMatch(/\p{Script=Han}/u);
      expect(nameOf(topic, 'zh-TW'), topic).toMatch(/\p{Script=Han}/u);
      expect(nameOf(topic, 'en'), topic).not.toMatch(
        /\p{Script=Han}|\p{Script=Cyrillic}|:|^[a-z]/u,
      );
    }
  });

  test('is the question of a topic, and the name of a subject', () => {
    expect(nameOf('partnership-balance', 'en')).toMatch(/\?$/);
    expect(nameOf('subject:south-china-sea', 'en')).toBe('South China Sea');
    expect(nameOf('subject:south-china-sea', 'ru')).toBe('Южно-Китайское море');
    expect(nameOf('subject:un-order', 'zh-TW')).toBe('聯合國與國際法');
  });

  test('is null for a topic that the index does not know, and for an item', () => {
    expect(nameOf('subject:weather', 'en')).toBeNull();
    expect(nameOf('claim-trade-volume', 'en')).toBeNull();
  });

  test('two subjects never have one name, so that groups can be told apart', () => {
    for (const language of LANGUAGES) {
      const names = [...pack.subjects.keys()].map((subject) =>
        nameOf(`subject:${subject}`, language),
      );
      expect(new Set(names).size, language).toBe(names.length);
    }
  });
});

/** A name of letters alone that every language writes as English does. */
function isName(name: string | null): boolean {
  return /^[A-Z]{3,}$/.test(name ?? '');
}
