import { callBackground, type PageTally } from '../../utils/messages.ts';

/** What this frame tells the badge of its tab. */
export interface Reports {
  /**
   * Says how it stands, once. A page that is not on the subject says nothing, nor does a frame without
   * matches, unless it has said something before.
   */
  report(tally: PageTally): void;
  /** To be called when the page comes back that was put aside: its badge has gone meanwhile. */
  again(tally: PageTally): void;
  /** To be called when a frame was taken from the page: it may have had no time to say so itself. */
  frameGone(tally: PageTally): void;
  /** To be called when the page is put aside or goes: a frame counts no more. */
  nothing(): void;
}

/** Time in which a browser lets a frame go, in milliseconds. */
const LATER = 500;

export function createReports(): Reports {
  const isFrame = window.top !== window;
  let said = '';

  function report({ state, count }: PageTally): void {
    const hasNothing = state === 'off-subject' || (count === 0 && isFrame);
    const isQuiet = state === 'reading' || (hasNothing && said === '');
    const saying = `${state} ${count}`;
    if (isQuiet || saying === said) return;
    said = saying;
    void callBackground('pageChanged', { state, count });
  }

  return {
    report,
    again(tally) {
      said = '';
      report(tally);
    },
    frameGone({ state, count }) {
      // Its text is still heard of until the browser has let it go.
      if (said !== '')
        setTimeout(() => void callBackground('pageChanged', { state, count }), LATER);
    },
    nothing() {
      if (said === '' || !isFrame) return;
      said = '';
      void callBackground('pageChanged', { state: 'off-subject', count: 0 });
    },
  };
}
