import { useMemo, useState } from 'preact/hooks';
import type { Selection } from '../../components/reading-list/types.ts';
import { entriesOf, type Row } from '../../utils/reading-list/rows.ts';
import type { Deeds } from './use-deeds.ts';

const NONE: ReadonlySet<string> = new Set();

/** The entries that the reader chose, as far as they are shown: what is not seen is not changed. */
export function useSelection({
  rows,
  deeds,
}: {
  readonly rows: readonly Row[];
  readonly deeds: Deeds;
}): Selection {
  const [chosen, setChosen] = useState(NONE);
  const ids = useMemo(() => {
    if (chosen.size === 0) return NONE;
    return new Set(entriesOf(rows).filter((id) => chosen.has(id)));
  }, [rows, chosen]);
  const all = [...ids];
  return {
    ids,
    toggle: (id) =>
      setChosen((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    all: () => setChosen(new Set(entriesOf(rows))),
    none: () => setChosen(NONE),
    setStatus: (status) => void deeds.edit(all, () => ({ status })),
    addTag: (tag) => void deeds.edit(all, ({ tags }) => ({ tags: [...tags, tag] })),
    removeTag: (tag) =>
      void deeds.edit(all, ({ tags }) => ({ tags: tags.filter((each) => each !== tag) })),
    remove: () => deeds.remove(all),
  };
}
