import type { PageDescription, PassageToSave } from '../../../utils/messages.ts';
import { openStore, type ReadingListStore } from '../../../utils/reading-list/store.ts';

/** A page as a content script describes it. */
export function samplePage(change: Partial<PageDescription> = {}): PageDescription {
  return {
    address: 'https://news.example/world/talks?id=7',
    canonicalAddress: null,
    title: 'Talks in two capitals',
    site: 'Example News',
    author: 'A. Writer',
    published: '2025-05-09',
    language: 'en',
    ...change,
  };
}

/** A passage as a content script asks for it to be kept. */
export function samplePassage(change: Partial<PassageToSave> = {}): PassageToSave {
  return {
    page: samplePage(),
    selector: {
      exact: 'are not directed against third parties',
      prefix: 'the two sides said that their ties ',
      suffix: ', as before.',
      start: 120,
      end: 158,
    },
    language: 'en',
    match: {
      item: 'clause.sample',
      kind: 'clause',
      degree: 'partial',
      topic: 'topic.sample',
      title: 'Not against third parties',
      original: { text: '不针对第三方', language: 'zh-Hans' },
      attribution: 'Joint statement, 8 May 2025',
      pack: 'sample',
      packVersion: '1.0.0',
    },
    ...change,
  };
}

let opened = 0;

/** Opens an empty list with a clock that moves on a minute a call and ids `id-1`, `id-2`, … */
export async function openSampleStore(name?: string): Promise<ReadingListStore & { name: string }> {
  opened += 1;
  let minutes = 0;
  let ids = 0;
  const unique = name ?? `list-${opened}`;
  const store = await openStore({
    name: unique,
    now: () => {
      minutes += 1;
      return new Date(Date.UTC(2026, 0, 1, 0, minutes));
    },
    newId: () => {
      ids += 1;
      return `${unique}-${ids}`;
    },
  });
  return { ...store, name: unique };
}
