import type { ConflictActions, ConflictShown } from '../../components/reading-list/conflicts.tsx';
import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import type { Folder } from '../../utils/own-page/use-folder.ts';
import type { Conflict } from '../../utils/reading-list/folder/bucket-file.ts';
import type { ListedPage, PageRecord, PassageRecord } from '../../utils/reading-list/model.ts';
import type { ReadingListStore } from '../../utils/reading-list/store.ts';
import type { Deeds } from './use-deeds.ts';

interface Options {
  readonly pages: readonly ListedPage[];
  readonly folder: Folder;
  readonly deeds: Deeds;
  readonly withStore: <T>(task: (store: ReadingListStore) => Promise<T>) => Promise<T>;
  readonly t: Translate<TextKey>;
}

/** What two computers wrote of one thing, beside what stands in the list; each choice can be undone. */
export function useConflicts({ pages, folder, deeds, withStore, t }: Options): {
  readonly conflicts: readonly ConflictShown[];
  readonly actions: ConflictActions;
} {
  const settle = (conflict: Conflict, isSettled: boolean) =>
    folder.settle([conflict.key], isSettled);

  async function take(conflict: Conflict): Promise<() => Promise<void>> {
    const { id } = conflict;
    if (conflict.field === 'life') {
      const removed = await withStore((store) => store.remove([id]));
      return async () => withStore((store) => store.restore(removed));
    }
    const { field, value } = conflict;
    const images = await withStore((store) => store.edit([id], () => ({ [field]: value })));
    return () => deeds.takeBack(images);
  }

  const wanted = new Set(folder.conflicts.map(({ id }) => id));
  const found = new Map<string, PageRecord | PassageRecord>();
  if (wanted.size > 0) {
    for (const { page, passages } of pages) {
      for (const record of [page, ...passages]) {
        if (wanted.has(record.id)) found.set(record.id, record);
      }
    }
  }
  return {
    conflicts: folder.conflicts.flatMap((conflict) => {
      const record = found.get(conflict.id);
      if (record === undefined) return [];
      const name = 'selector' in record ? record.selector.exact : record.title || record.address;
      return [{ conflict, name, language: record.language, now: nowOf(record, conflict, t) }];
    }),
    actions: {
      keep(conflict) {
        settle(conflict, true).then(
          () => deeds.tell(t('conflict.kept'), () => settle(conflict, false)),
          deeds.say,
        );
      },
      take(conflict) {
        const both = async (): Promise<void> => {
          const back = await take(conflict);
          await settle(conflict, true);
          deeds.tell(t('list.edited', { count: 1 }), async () => {
            await back();
            await settle(conflict, false);
          });
        };
        both().catch(deeds.say);
      },
    },
  };
}

function nowOf(
  record: PageRecord | PassageRecord,
  { field }: Conflict,
  t: Translate<TextKey>,
): string {
  if (field === 'status') return t(`status.${record.status}`);
  if (field === 'tags') return record.tags.join(', ');
  return field === 'note' ? record.note : '';
}
