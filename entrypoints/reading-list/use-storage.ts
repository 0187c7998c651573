import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Storage } from '../../components/reading-list/types.ts';
import { download } from '../../utils/own-page/list-file.ts';
import {
  type Backup,
  backUpOnSchedule,
  backupsKept,
  backupsOf,
  keepBackups,
} from '../../utils/reading-list/backups.ts';
import { LIST_NAME } from '../../utils/reading-list/store.ts';

type Known = Pick<Storage, 'used' | 'quota' | 'isPersisted' | 'kept'> & {
  readonly copies: readonly Backup[];
};

interface Options {
  /** Shows what would change if a copy were brought in. */
  readonly bringIn: (file: Blob, name: string) => void;
  /** Tells the reader of a failure. */
  readonly say: (error: unknown) => void;
}

/**
 * Room, persistence and copies of the list; makes the copy of the day once the list is `read`. Where
 * it has `failed`, the copies can still be taken out.
 */
export function useStorage(
  stage: 'reading' | 'read' | 'failed',
  { bringIn, say }: Options,
): Storage | undefined {
  const [known, setKnown] = useState<Known | null>(null);

  const look = useCallback(async (): Promise<void> => {
    const { usage, quota } = await navigator.storage.estimate();
    setKnown({
      used: usage ?? null,
      quota: quota ?? null,
      isPersisted: await navigator.storage.persisted(),
      kept: await backupsKept(LIST_NAME),
      copies: await backupsOf(LIST_NAME),
    });
  }, []);

  useEffect(() => {
    if (stage === 'reading') return;
    if (stage === 'failed') {
      look().catch(() => undefined);
      return;
    }
    const prepare = async (): Promise<void> => {
      await navigator.storage.persist();
      await navigator.locks.request('reading-list-backup', () => backUpOnSchedule(LIST_NAME));
      await look();
    };
    // A copy that cannot be made must not keep the list from being used; its absence is shown.
    prepare().catch(() => look().catch(() => undefined));
  }, [stage, look]);

  if (known === null) return undefined;
  const { copies, ...rest } = known;
  const withCopy = (id: number, use: (file: Blob, name: string) => void): void => {
    const copy = copies.find((each) => each.id === id);
    if (copy) use(copy.file, `parallax-reading-list-backup-${copy.at.slice(0, 10)}.json`);
  };
  return {
    ...rest,
    backups: copies.map(({ id, at, reason, records, file }) => ({
      ...{ id, at, reason, records, size: file.size },
    })),
    // Where it could not be stored, the field shows again what is.
    keep: (count) => void keepBackups(LIST_NAME, count).catch(say).then(look).catch(say),
    restore: (id) => withCopy(id, bringIn),
    download: (id) => withCopy(id, download),
  };
}
