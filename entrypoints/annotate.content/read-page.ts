import type { Match } from '../../utils/match/types.ts';
import type { PassageSelector, Result } from '../../utils/messages.ts';
import type { PageText } from '../../utils/text/page-text.ts';
import type { Passages } from '../../utils/text/passages.ts';
import type { anchor } from '../../utils/text/selector.ts';
import type { Changed } from './changes.ts';
import type { Found, Reading, SavedHere } from './found.ts';

/** How sure a changed passage has to be to count as the one that was saved. */
const SURE_ENOUGH = 0.75;

export interface Answer {
  readonly matches: readonly Match[];
  readonly titles: Readonly<Record<string, string>>;
  /** Items of which only a report is known. */
  readonly reports: readonly string[];
}

export interface SavedPassage {
  readonly id: string;
  readonly selector: PassageSelector;
}

export interface ReadPageOptions {
  readonly signal: AbortSignal;
  /** Asks the engine; `onPart` is told what it has found so far. */
  readonly match: (text: string, onPart: (known: Answer) => void) => Promise<Result<Answer>>;
  /** Told what was found so far, a few times while much is asked. */
  readonly onPart?: (reading: Reading) => void;
  /** Looked for once the engine has answered. */
  readonly saved: readonly SavedPassage[] | Promise<readonly SavedPassage[]>;
  /** Fetches what finds saved passages again; asked only where there are some. */
  readonly anchor: () => Promise<typeof anchor | null>;
  /** Called where the page is longer than what is read of it. */
  readonly onCut?: () => void;
  readonly onShadowRoot: (root: ShadowRoot) => void;
  readonly onHidden: (element: Element, isBoxless: boolean) => void;
  readonly pause: () => Promise<void>;
}

/** Reads what changed on the page, and asks for its matches. Null where reading was broken off. */
export async function readPage(
  page: PageText,
  changed: Changed,
  options: ReadPageOptions,
): Promise<Result<Reading> | null> {
  const { signal, match, saved } = options;
  const found: Found[] = [];
  const here = new Map<string, SavedHere & { readonly score: number }>();
  for (const passages of (await page.read(changed, options)) ?? []) {
    const answer = await match(passages.text, (known) => {
      if (signal.aborted) return;
      options.onPart?.({
        found: [...found, ...placed(known, passages)],
        saved: [...here.values()],
      });
    });
    if (signal.aborted) return null;
    if (!answer.ok) return answer;
    found.push(...placed(answer.value, passages));
    const kept = await saved;
    const find = kept.length > 0 ? await options.anchor() : null;
    if (signal.aborted) return null;
    for (const { id, selector } of find ? kept : []) {
      const place = find?.(passages, selector) ?? null;
      if (place === null || (!place.isExact && place.score < SURE_ENOUGH)) continue;
      if ((here.get(id)?.score ?? 0) >= place.score) continue;
      const { start } = passages;
      const { score, isExact } = place;
      const [from, to] = [start + place.start, start + place.end];
      here.set(id, { id, start: from, end: to, passages, score, isExact });
    }
  }
  return signal.aborted ? null : { ok: true, value: { found, saved: [...here.values()] } };
}

function placed({ matches, titles, reports }: Answer, passages: Passages): Found[] {
  return matches.map((match) => ({
    ...match,
    start: passages.start + match.start,
    end: passages.start + match.end,
    match,
    passages,
    title: titles[match.item] ?? match.item,
    isReport: match.evidence.origin === 'report' || reports.includes(match.item),
  }));
}
