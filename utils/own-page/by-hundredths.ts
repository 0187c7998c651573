/**
 * Passes on how far something is, from 0 to 1, when it is a hundredth further, until `signal` aborts:
 * drawing the page for every slice would take longer than the slice.
 */
export function byHundredths(
  signal: AbortSignal,
  show: (part: number) => void,
): (part: number) => void {
  let last = 0;
  return (part) => {
    const hundredth = Math.floor(part * 100);
    if (signal.aborted || hundredth === last) return;
    last = hundredth;
    show(part);
  };
}
