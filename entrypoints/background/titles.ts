import type { InterfaceLanguage } from '../../utils/i18n/translate.ts';
import { type CardHeading, headingOf } from '../../utils/pack/card-heading.ts';
import type { LoadedPack } from './pack-service.ts';

/** `read`, asking for each id once: an entry is parsed anew with every reading. */
export function remembered(read: (id: string) => unknown): (id: string) => unknown {
  const known = new Map<string, unknown>();
  return (id) => {
    if (!known.has(id)) known.set(id, read(id));
    return known.get(id) ?? null;
  };
}

/** What is said of items where their cards are not open. */
export interface ItemNames {
  /** Short names by id, in one language; an item that has vanished has its id. */
  readonly titles: Readonly<Record<string, string>>;
  /** Those of the items of which only a report is known, never the words. */
  readonly reports: readonly string[];
}

export type Titles = (
  index: LoadedPack['index'],
  items: readonly string[],
  language: InterfaceLanguage,
) => ItemNames;

/** Makes `Titles` that keep what was asked before: pages of one subject ask for the same again. */
export function createTitles(): Titles {
  const byIndex = new WeakMap<LoadedPack['index'], Map<string, CardHeading>>();
  return (index, items, language) => {
    const known = byIndex.get(index) ?? new Map<string, CardHeading>();
    byIndex.set(index, known);
    const read = remembered((id) => index.entry(id));
    const titles: Record<string, string> = {};
    const reports: string[] = [];
    for (const item of new Set(items)) {
      const key = `${language} ${item}`;
      const one = known.get(key) ??
        headingOf(read, item, language) ?? { title: item, isReport: false };
      known.set(key, one);
      titles[item] = one.title;
      if (one.isReport) reports.push(item);
    }
    return { titles, reports };
  };
}
