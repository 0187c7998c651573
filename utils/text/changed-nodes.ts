/**
 * The nodes around which text has to be read again after `record`, for `regionsOf`. Empty where no text
 * came or went; `everything` where text was moved from one place of the page to another.
 *
 * What was added is named itself, so that a paragraph put before a thousand others costs one; of what
 * was taken away its neighbours are, for their texts may run together now.
 */
export function changedNodes(record: MutationRecord): readonly Node[] | 'everything' {
  const { type, target } = record;
  if (type === 'characterData') return [target];
  // What was hidden or closed has to go from the text around it.
  if (type === 'attributes') return target.parentNode === null ? [] : [target.parentNode];
  const changed = [...record.addedNodes].filter(hasText);
  const removed = [...record.removedNodes].filter(hasText);
  if (removed.some((node) => node.isConnected && node.parentNode !== target)) return 'everything';
  if (removed.length > 0) changed.push(...neighbours(record));
  return changed;
}

function neighbours({ target, previousSibling, nextSibling }: MutationRecord): Node[] {
  const before = firstThatCounts(previousSibling, (node) => node.previousSibling);
  const after = firstThatCounts(nextSibling, (node) => node.nextSibling);
  const found = [before, after].filter((node) => node !== null);
  return found.length > 0 && found.every((node) => node.parentNode === target) ? found : [target];
}

/** `node`, or the nearest on its side that is neither a comment nor white space. */
function firstThatCounts(node: Node | null, next: (node: Node) => Node | null): Node | null {
  let at = node;
  while (at !== null && at.nodeType !== Node.ELEMENT_NODE && !hasText(at)) at = next(at);
  return at;
}

function hasText(node: Node): boolean {
  return node.nodeType !== Node.COMMENT_NODE && /\S/.test(node.textContent ?? '');
}
