import type { TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';
import type { RowListProps } from './types.ts';

/** Keys that act on the row in which the focus is; where text is written they are letters. */
export function useRowKeys(
  { rows, actions, selection }: RowListProps,
  scrollTo: (index: number) => void,
): { onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => void } {
  const turn = useRef(0);

  /** Puts the focus on a row, once it is drawn: one far away is scrolled to first. */
  function focus(list: HTMLElement, at: number): void {
    turn.current += 1;
    const mine = turn.current;
    scrollTo(at);
    const attempt = (left: number): void => {
      if (mine !== turn.current) return;
      const row = list.querySelector<HTMLElement>(`[data-at="${at}"]`);
      if (row) row.focus();
      else if (left > 0) requestAnimationFrame(() => attempt(left - 1));
    };
    attempt(20);
  }

  return {
    onKeyDown(event) {
      const { target, currentTarget, key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement))
        return;
      // In a box that is only ticked nothing is written: the keys act there too.
      if (target.closest('input:not([type="checkbox"]), textarea, select') !== null) return;
      const place = target.closest<HTMLElement>('[data-at]');
      const at = Number(place?.dataset.at ?? -1);
      const row = rows[at];
      const press = (icon: string): void =>
        place?.querySelector<HTMLElement>(`[data-icon="${icon}"]`)?.closest('button')?.click();
      const deeds: Readonly<Record<string, () => void>> = {
        j: () => focus(currentTarget, Math.min(at + 1, rows.length - 1)),
        k: () => focus(currentTarget, Math.max(at - 1, 0)),
        x: () => row && row.kind !== 'group' && selection?.toggle(row.key),
        e: () => press('edit'),
        o: () => press('leave'),
        Delete: () => row?.kind === 'passage' && actions.remove(row.key),
      };
      const deed = deeds[key];
      if (deed === undefined) return;
      event.preventDefault();
      deed();
    },
  };
}
