import {
  observeWindowOffset,
  observeWindowRect,
  type VirtualItem,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** The part of a long list that is in sight. */
interface Virtual {
  readonly items: readonly VirtualItem[];
  /** Height of the whole list, in CSS pixels. */
  readonly height: number;
  /** To be called with every element that is drawn; it carries `data-index`. */
  readonly measure: (element: HTMLElement | null) => void;
  readonly scrollTo: (index: number) => void;
}

/**
 * Draws of a list that scrolls with the window only what is near the sight. `above` is the height of
 * what stands over the list in the document, in CSS pixels.
 */
export function useVirtual(options: {
  readonly count: number;
  readonly above: number;
  readonly keyOf: (index: number) => string;
  readonly estimate: (index: number) => number;
}): Virtual {
  const [, redraw] = useReducer<number, null>((turn) => turn + 1, 0);
  const given = {
    count: options.count,
    getScrollElement: () => window,
    estimateSize: options.estimate,
    getItemKey: options.keyOf,
    scrollMargin: options.above,
    overscan: 6,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    initialOffset: () => window.scrollY,
    onChange: () => redraw(null),
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLElement>(given));
  virtualizer.setOptions(given);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return {
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
