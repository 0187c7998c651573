import { useEffect, useMemo, useState } from 'preact/hooks';
import type { InterfaceLanguage } from '../../utils/i18n/translate.ts';
import { callBackground } from '../../utils/messages.ts';
import type { ListedPage } from '../../utils/reading-list/model.ts';
import { topicsIn } from '../../utils/reading-list/narrow.ts';

/** The most topics that one call may name. */
const MOST_TOPICS = 5_000;

/**
 * The names of the list's topics in the reader's language, by id: a question, or the name of a subject. A
 * topic that the index does not know any more is not among them.
 */
export function useTopicNames(
  pages: readonly ListedPage[],
  language: InterfaceLanguage,
): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = useMemo(() => topicsIn(pages).slice(0, MOST_TOPICS).join('\n'), [pages]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names are in the reader’s language
  useEffect(() => {
    if (wanted === '') return;
    let isOver = false;
    void callBackground('topicNames', { topics: wanted.split('\n') }).then((answer) => {
      if (isOver || !answer.ok) return;
      setNames(new Map(Object.entries(answer.value)));
    });
    return () => {
      isOver = true;
    };
  }, [wanted, language]);
  return names;
}
