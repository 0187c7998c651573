import { createShadowPlace } from '../../components/place/shadow-place.ts';
import noticeCss from './notice.css?inline';

/** Milliseconds a notice stands at least, and for each of its characters. */
const STANDS = 5000;
const PER_CHARACTER = 80;

/** Shows a short notice at the foot of the page for a while. Returns how to end it before. */
export function notify(document: Document, theme: string, text: string): () => void {
  const { place, remove } = createShadowPlace(document, noticeCss, theme);
  const notice = document.createElement('p');
  notice.className = 'surface notice';
  notice.setAttribute('role', 'status');
  place.append(notice);
  // A live region speaks of what comes after it was made.
  const speak = setTimeout(() => {
    notice.textContent = text;
  });
  const timer = setTimeout(end, Math.max(STANDS, PER_CHARACTER * text.length));
  function end(): void {
    clearTimeout(speak);
    clearTimeout(timer);
    remove();
  }
  return end;
}
