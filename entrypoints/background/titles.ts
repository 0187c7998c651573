import type { InterfaceLanguage } from '../../utils/i18n/translate.ts';
import { cardOf } from '../../utils/pack/card.ts';
import type { LoadedPack } from './pack-service.ts';

/** `read`, asking for each id once: an entry is parsed anew with every reading. */
export function remembered(read: (id: string) => unknown): (id: string) => unknown {
  const known = new Map<string, unknown>();
  return (id) => {
    if (!known.has(id)) known.set(id, read(id));
    return known.get(id) ?? null;
  };
}

/** Gives the short names of items by id, in one language; an item that has vanished has its id. */
export type Titles = (
  index: LoadedPack['index'],
  items: readonly string[],
  language: InterfaceLanguage,
) => Record<string, string>;

/** Makes `Titles` that keep what was asked before: pages of one subject ask for the same again. */
export function createTitles(): Titles {
  const byIndex = new WeakMap<LoadedPack['index'], Map<string, string>>();
  return (index, items, language) => {
    const known = byIndex.get(index) ?? new Map<string, string>();
    byIndex.set(index, known);
    const read = remembered((id) => index.entry(id));
    const titles: Record<string, string> = {};
    for (const item of new Set(items)) {
      const key = `${language} ${item}`;
      const title = known.get(key) ?? cardOf(read, item, language)?.title ?? item;
      known.set(key, title);
      titles[item] = title;
    }
    return titles;
  };
}
