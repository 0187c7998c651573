import type { HiddenElement } from '../../../scripts/browsers/card-view.ts';
import type { PageMark } from '../../../scripts/browsers/page-marks.ts';

/** A page in a real browser, as a reader has it before them. Coordinates are CSS pixels of the viewport. */
export interface PageUnderTest {
  /** Value of a JavaScript expression in the page's own world, as JSON carries it; promises are awaited. */
  evaluate<T>(expression: string): Promise<T>;
  /** The extension's highlights, in the order of the document. */
  marks(): Promise<readonly PageMark[]>;
  /** Elements inside closed shadow roots, which the page itself cannot see. */
  hidden(): Promise<readonly HiddenElement[]>;
  /** A real click of the main button. */
  click(x: number, y: number): Promise<void>;
  clickHidden(element: HiddenElement): Promise<void>;
  /** A real key press, with modifiers held: `press('ArrowRight', ['Alt', 'Shift'])`. */
  press(key: string, modifiers?: readonly string[]): Promise<void>;
  navigate(address: string): Promise<void>;
  /** Makes this the tab in front. */
  toFront(): Promise<void>;
  screenshot(file: string): Promise<void>;
  /** Uncaught errors of the page and of content scripts in it, since it was opened. */
  errors(): readonly string[];
  close(): Promise<void>;
}

/** A real browser with the built extension in it, in a profile that outlives a restart. */
export interface BrowserUnderTest {
  readonly name: 'chromium' | 'firefox';
  open(address: string): Promise<PageUnderTest>;
  /**
   * Opens a page of the extension, for example `popup.html`, in a tab. With `over`, that tab stays the
   * one in front, as it does under a popup.
   */
  openOwn(path: string, over?: PageUnderTest): Promise<PageUnderTest>;
  /** A tab that the browser opened by itself, by a part of its address; other than those of `known`. */
  opened(address: string, known?: readonly PageUnderTest[]): Promise<PageUnderTest>;
  /** Ends the browser as its menu does, and starts it again with the same profile. */
  restart(): Promise<void>;
  /** Hosts that anything in the browser asked for, other than the loopback address. */
  foreignRequests(): readonly string[];
  close(): Promise<void>;
}
