import type { BrowserEngine } from '../../scripts/browsers/find.ts';

/** A page of a browser, as far as the check of real pages needs it. */
export interface CheckedPage {
  /** Runs a function that stands by itself in the page; its argument and answer, or what it promises, are JSON values. */
  evaluate<Given, Answer>(
    work: (given: Given) => Answer | Promise<Answer>,
    given: Given,
  ): Promise<Answer>;
  /** Errors that the page has reported so far. */
  errors(): readonly string[];
  close(): Promise<void>;
}

export interface CheckedBrowser {
  open(address: string): Promise<CheckedPage>;
  /** Switches the extension on or off everywhere. */
  switchTo(isOn: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Starts one browser for the check, without an extension or with the one in a folder. */
export interface StartChecked {
  readonly engine: BrowserEngine;
  without(): Promise<CheckedBrowser>;
  with(extension: string): Promise<CheckedBrowser>;
}
