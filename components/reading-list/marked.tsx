/** Regular expression that finds any word of the query, or null where there is none. */
function wordsOf(query: string): RegExp | null {
  const words = query.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return null;
  const longestFirst = words.sort((a, b) => b.length - a.length);
  return new RegExp(
    `(${longestFirst.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`,
    'giu',
  );
}

/** A text with the words of the search marked. */
export function Marked({ text, query }: { text: string; query: string }) {
  const words = wordsOf(query);
  if (words === null) return <>{text}</>;
  // A capturing split gives text and hit in turn: hits stand at odd places.
  let start = 0;
  return (
    <>
      {text.split(words).map((part, at) => {
        start += part.length;
        return at % 2 === 1 ? <mark key={start}>{part}</mark> : part;
      })}
    </>
  );
}
