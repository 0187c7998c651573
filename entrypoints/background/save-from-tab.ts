import * as v from 'valibot';
import { pageDescription, passageToSave } from '../../utils/messages/background-requests.ts';
import type { PageDescription, PassageToSave, Result } from '../../utils/messages.ts';

/** What a menu, a command or the popup knows of a tab. */
export interface TabToSave {
  readonly address: string;
  readonly title: string;
}

/** Longest selection that is kept, in UTF-16 units. */
const LONGEST = 20_000;

function bareDescription({ address, title }: TabToSave): PageDescription {
  return {
    address,
    canonicalAddress: null,
    title: title.slice(0, 2_000),
    site: null,
    author: null,
    published: null,
    language: null,
  };
}

/** Whether a description made by a page is of the tab's own page, whatever its fragment. */
function isOf(tab: TabToSave, page: PageDescription): boolean {
  if (!URL.canParse(page.address) || !URL.canParse(tab.address)) return false;
  return new URL(page.address).origin === new URL(tab.address).origin;
}

/**
 * The passage to be kept for a selection: as the page's content script describes it; where none
 * answers (a PDF, a page that is not read), the bare words as the browser gives them. Null where
 * nothing is selected.
 */
export function passageFor(
  tab: TabToSave,
  answer: Result<PassageToSave | null>,
  selectionText: string | undefined,
): PassageToSave | null {
  const described = v.safeParse(passageToSave, answer.ok ? answer.value : null);
  if (described.success && isOf(tab, described.output.page)) return described.output;
  const exact = (selectionText ?? '').trim().slice(0, LONGEST);
  if (exact === '') return null;
  return {
    page: bareDescription(tab),
    selector: { exact, prefix: '', suffix: '', start: 0, end: exact.length },
    language: null,
    match: null,
  };
}

/** The description of a tab's page: its own, or address and title where it does not answer. */
export function descriptionFor(tab: TabToSave, answer: Result<PageDescription>): PageDescription {
  const described = v.safeParse(pageDescription, answer.ok ? answer.value : null);
  return described.success && isOf(tab, described.output) ? described.output : bareDescription(tab);
}
