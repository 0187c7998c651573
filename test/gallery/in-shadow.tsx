import { type ComponentChild, render } from 'preact';
import cardCss from '../../components/styles/card.css?inline';

/** Rules as they are met on pages: what a card in a shadow root must not take over. */
const HOSTILE = `
  html { font-size: 0; direction: rtl; }
  * { all: unset; --paper: red !important; color: red; letter-spacing: 3px; }
  div { font: 40px fantasy !important; text-transform: uppercase !important; display: none; }
  button { padding: 30px !important; background: red !important; }
`;

/** Shows a view in a shadow root, as on a page; an open one, so that a test can look into it. */
export function renderInShadow(view: ComponentChild, isHostile: boolean): void {
  document.head.querySelectorAll('style, link').forEach((each) => {
    each.remove();
  });
  if (isHostile)
    document.head.append(Object.assign(document.createElement('style'), { textContent: HOSTILE }));
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cardCss);
  root.adoptedStyleSheets = [sheet];
  const place = document.createElement('div');
  place.className = 'place-of-card';
  place.popover = 'manual';
  root.append(place);
  document.body.append(host);
  place.showPopover();
  render(view, place);
}
