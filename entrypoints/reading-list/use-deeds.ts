import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListToast } from '../../components/reading-list/types.ts';
import { problemLine } from '../../utils/i18n/problem-text.ts';
import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import type { ProblemCode } from '../../utils/messages.ts';
import { problemOf } from '../../utils/own-page/problem-of.ts';
import type { Image } from '../../utils/reading-list/images.ts';
import type { Edit } from '../../utils/reading-list/operations.ts';
import type { ReadingListStore } from '../../utils/reading-list/store.ts';
import { storeErrorOf } from '../../utils/reading-list/store-error.ts';

/** Changes of the list, each told and each to be taken back. */
export interface Deeds {
  readonly toast: ListToast | null;
  /** Resolves with whether the edit is on the disk. */
  edit(ids: readonly string[], edit: Edit): Promise<boolean>;
  remove(ids: readonly string[]): void;
  takeBack(images: readonly Image[]): Promise<void>;
  /** Shows a notice; `undo` takes back what it tells of. */
  tell(text: string, undo: (() => Promise<void>) | null): void;
  /** Tells of a failure: the reading list's own, or with `code` that of another deed. */
  say(error: unknown, code?: ProblemCode): void;
  undo(): void;
  dismiss(): void;
}

export function useDeeds(
  withStore: <T>(task: (store: ReadingListStore) => Promise<T>) => Promise<T>,
  t: Translate<TextKey>,
): Deeds {
  const [toast, setToast] = useState<ListToast | null>(null);
  const back = useRef<(() => Promise<void>) | null>(null);

  const tell: Deeds['tell'] = (text, undo) => {
    back.current = undo;
    setToast({ text, undo: undo !== null });
  };
  const say = (error: unknown, code?: ProblemCode): void => {
    const problem = code === undefined ? problemOf(storeErrorOf(error)) : problemOf(error, code);
    tell(problemLine(problem, t), null);
  };
  const takeBack = async (images: readonly Image[]): Promise<void> => {
    const left = await withStore((store) => store.takeBack(images));
    if (left > 0) tell(t('list.leftAsIs', { count: left }), null);
    else setToast(null);
  };
  const undo = (): void => {
    const task = back.current;
    back.current = null;
    task?.().catch(say);
  };

  const latest = useRef(undo);
  latest.current = undo;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isWriting =
        event.target instanceof Element &&
        event.target.closest('input:not([type="checkbox"]), textarea') !== null;
      if (isWriting || event.key !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey))
        return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return {
    ...{ toast, tell, say, takeBack, undo },
    async edit(ids, edit) {
      try {
        const images = await withStore((store) => store.edit(ids, edit));
        tell(t('list.edited', { count: images.length }), () => takeBack(images));
        return true;
      } catch (error) {
        say(error);
        return false;
      }
    },
    remove(ids) {
      withStore((store) => store.remove(ids)).then((removed) => {
        tell(t('list.deleted'), async () => {
          await withStore((store) => store.restore(removed));
          setToast(null);
        });
      }, say);
    },
    dismiss: () => setToast(null),
  };
}
