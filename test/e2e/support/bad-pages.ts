import type { ServedPage } from '../../../scripts/serve/page-server.ts';

export interface BadPage extends ServedPage {
  readonly name: string;
  readonly path: string;
  /** Whether the page holds words of the pack that a reader has to see marked. */
  readonly marks: 'some' | 'none';
}

const HTML = 'text/html; charset=utf-8';
const NO_ICON = '<link rel="icon" href="data:,">';
/** Words of the pack, on the pack's subject. */
const QUOTED =
  'China and Russia: the Russian side said that Russia-China relations are built on the basis of ' +
  'mutual equality and mutual respect, in Moscow.';
/** One transparent pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const BAD_PAGES: readonly BadPage[] = [
  { name: 'an empty answer', path: '/empty.html', type: HTML, body: '', marks: 'none' },
  {
    name: 'an empty body',
    path: '/body.html',
    type: HTML,
    body: `<!doctype html><title></title>${NO_ICON}<body></body>`,
    marks: 'none',
  },
  {
    name: 'an XML document',
    path: '/feed.xml',
    type: 'application/xml',
    body: `<?xml version="1.0"?><feed><entry>${QUOTED}</entry></feed>`,
    marks: 'none',
  },
  { name: 'an image', path: '/pixel.png', type: 'image/png', body: PIXEL, marks: 'none' },
  {
    name: 'an XHTML document without a body',
    path: '/headless.xhtml',
    type: 'application/xhtml+xml',
    body: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>${QUOTED}</title></head></html>`,
    marks: 'none',
  },
  {
    name: 'a frameset',
    path: '/frames.html',
    type: HTML,
    body: `<!doctype html><html><head>${NO_ICON}</head><frameset cols="*"><frame src="about:blank"></frameset></html>`,
    marks: 'none',
  },
  {
    name: 'malformed HTML',
    path: '/malformed.html',
    type: HTML,
    body: `${NO_ICON}<p><b><table><tr><p>${QUOTED}</b><div></span><td>& &#xD800; <!-- <svg><p></svg`,
    marks: 'some',
  },
  {
    name: 'lone surrogates among the words',
    path: '/surrogates.html',
    type: HTML,
    body: `<!doctype html>${NO_ICON}<p id="p"></p><script>
      p.textContent = '\\uD800 ${QUOTED} \\uDC00\\uD83D \\uFFFE \\u0000';
    </script>`,
    marks: 'some',
  },
  {
    name: 'right-to-left text around the words',
    path: '/rtl.html',
    type: HTML,
    body: `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8">${NO_ICON}<p>قال البيان عن الصين وروسيا: \u202B<bdo dir="ltr">${QUOTED}</bdo>\u202C والسلام.</p></html>`,
    marks: 'some',
  },
  {
    name: 'ten thousand nested elements',
    path: '/nested.html',
    type: HTML,
    body: `<!doctype html>${NO_ICON}${'<div>'.repeat(10_000)}${QUOTED}`,
    marks: 'some',
  },
];

/** A page of `words` words, on the pack's subject or about something else. */
export function longPage(words: number, isOnSubject: boolean): string {
  const [first, other] = isOnSubject
    ? [
        QUOTED,
        'China and Russia signed papers in the Kremlin, and both sides spoke of the year ahead.',
      ]
    : [
        'Tomatoes like sun.',
        'Water the beds in the evening, and keep the paths between them free of weeds.',
      ];
  const count = Math.ceil(words / other.split(' ').length);
  const paragraphs = Array.from({ length: count }, (_, at) => `<p>${at}. ${other}</p>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8">${NO_ICON}<title>Long</title><p>${first}</p>${paragraphs.join('\n')}</html>`;
}
