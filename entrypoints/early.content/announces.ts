import { type Gate, passesGate } from '../../utils/match/gate.ts';

/** Where a page says of itself what it is about, besides its title. */
const DESCRIPTIONS = [
  'meta[name="description" i]',
  'meta[property="og:description" i]',
  'meta[name="keywords" i]',
  'meta[name="news_keywords" i]',
  'meta[property="article:tag" i]',
].join();
/** Headings and paragraphs of an opening: the first five paragraphs of a news report nearly always name its parties. */
const OPENING = 10;
/** What is looked at of each text, in UTF-16 units. */
const MOST = 1_000;

/** Resolves when the body of `document` begins, or when it has been read without one. */
export function headIsRead(document: Document): Promise<void> {
  return new Promise((resolve) => {
    const root = document.documentElement;
    const isRead = () => document.body !== null || document.readyState !== 'loading';
    if (isRead() || root === null) return resolve();
    const observer = new MutationObserver(() => {
      if (!isRead()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(root, { childList: true });
  });
}

/** Resolves when all of `document` has been read, before the scripts run that wait for that. */
export function wholeIsRead(document: Document): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState !== 'loading') return resolve();
    document.addEventListener('readystatechange', () => resolve(), { once: true });
  });
}

/** Whether the title of `document`, or what it says of itself in its head, is about the subject of a gate. */
export function announces(document: Document, gates: readonly Gate[]): boolean {
  const said = [document.title];
  for (const meta of document.querySelectorAll<HTMLMetaElement>(DESCRIPTIONS))
    said.push(meta.content);
  return areAbout(said, gates);
}

/** Whether title and opening of `document` are: its first headings and paragraphs. */
export function opensWith(document: Document, gates: readonly Gate[]): boolean {
  const said = [document.title];
  const opening = document.querySelectorAll('h1, p');
  for (let at = 0; at < OPENING; at += 1) said.push(opening[at]?.textContent ?? '');
  return areAbout(said, gates);
}

function areAbout(texts: readonly string[], gates: readonly Gate[]): boolean {
  return passesGate(texts.map((text) => text.slice(0, MOST)).join('\n'), gates);
}
