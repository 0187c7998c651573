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
const OPENING_PARTS = 'h1, p';
/** How many changes of a page are followed while its opening is waited for: what begins with more is read to its end first. */
const MOST_CHANGES = 20_000;
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

/** Resolves when the opening of `document` has been read, or all of it, before the scripts run that wait for that. */
export function openingIsRead(document: Document): Promise<void> {
  return new Promise((resolve) => {
    const root = document.documentElement;
    // One more than are looked at: the last may not have ended.
    let missing = OPENING + 1 - document.querySelectorAll(OPENING_PARTS).length;
    if (missing <= 0 || root === null || document.readyState !== 'loading') return resolve();
    let changes = 0;
    const observer = new MutationObserver((records) => {
      changes += records.length;
      missing -= partsAddedBy(records);
      if (missing <= 0) finish();
      else if (changes > MOST_CHANGES) observer.disconnect();
    });
    const finish = () => {
      observer.disconnect();
      document.removeEventListener('readystatechange', finish);
      resolve();
    };
    observer.observe(root, { childList: true, subtree: true });
    document.addEventListener('readystatechange', finish);
  });
}

/** How many parts of an opening the browser has read: it adds each element by itself. */
function partsAddedBy(records: readonly MutationRecord[]): number {
  let count = 0;
  for (const { addedNodes } of records)
    for (const node of addedNodes)
      if (node instanceof Element && node.matches(OPENING_PARTS)) count += 1;
  return count;
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
  const opening = document.querySelectorAll(OPENING_PARTS);
  for (let at = 0; at < OPENING; at += 1) said.push(opening[at]?.textContent ?? '');
  return areAbout(said, gates);
}

function areAbout(texts: readonly string[], gates: readonly Gate[]): boolean {
  return passesGate(texts.map((text) => text.slice(0, MOST)).join('\n'), gates);
}
