import { type Gate, passesGate } from '../../utils/match/gate.ts';

/** Where a page says of itself what it is about, besides its title. */
const DESCRIPTIONS = [
  'meta[name="description" i]',
  'meta[property="og:description" i]',
  'meta[name="keywords" i]',
  'meta[name="news_keywords" i]',
  'meta[property="article:tag" i]',
].join();
/** What is looked at of a title and of each description, in UTF-16 units. */
const MOST = 1_000;

/** Resolves when the body of `document` begins, or when it has been read without one. */
export function headIsRead(document: Document): Promise<void> {
  const isRead = () => document.body !== null || document.readyState !== 'loading';
  return new Promise((resolve) => {
    const root = document.documentElement;
    if (isRead() || root === null) return resolve();
    const observer = new MutationObserver(() => {
      if (!isRead()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(root, { childList: true });
  });
}

/** Whether the title of `document`, or what it says of itself in its head, is about the subject of a gate. */
export function announces(document: Document, gates: readonly Gate[]): boolean {
  const said = [document.title];
  for (const meta of document.querySelectorAll<HTMLMetaElement>(DESCRIPTIONS))
    said.push(meta.content);
  return passesGate(said.map((text) => text.slice(0, MOST)).join('\n'), gates);
}
