import { useEffect, useMemo, useState } from 'preact/hooks';
import type { InterfaceLanguage } from '../../utils/i18n/translate.ts';
import { callBackground } from '../../utils/messages.ts';
import type { ListedPage } from '../../utils/reading-list/model.ts';
import { itemsByTopic } from '../../utils/reading-list/narrow.ts';

/** The most items that one call may name. */
const MOST_ITEMS = 5_000;

/**
 * The questions of the list's topics in the reader's language, by id. A topic that the index has no
 * question for, or has no more, is not among them.
 */
export function useTopicNames(
  pages: readonly ListedPage[],
  language: InterfaceLanguage,
): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = useMemo(() => itemsByTopic(pages).slice(0, MOST_ITEMS).join('\n'), [pages]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: questions are in the reader’s language
  useEffect(() => {
    if (wanted === '') return;
    let isOver = false;
    void callBackground('topics', { items: wanted.split('\n') }).then((answer) => {
      if (isOver || !answer.ok) return;
      setNames(new Map(answer.value.map(({ id, question }) => [id, question])));
    });
    return () => {
      isOver = true;
    };
  }, [wanted, language]);
  return names;
}
