/** Elements whose content is no text for readers. */
const UNREAD = new Set(['script', 'style', 'template']);
/** Elements that begin and end a line. */
const LINES =
  /^(?:address|article|blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul)$/;
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
};

/**
 * The words of a text in HTML, with its lines, for a note: what is marked up there stands plainly here.
 * Takes time in proportion to the text, whatever it holds; makes no document, so nothing in it runs.
 */
export function wordsOfHtml(html: string): string {
  const lower = html.toLowerCase();
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    parts.push(html.slice(at, open));
    const [, name] = /^<\/?([a-z][a-z0-9]*)/.exec(lower.slice(open, open + 20)) ?? [];
    if (name === undefined && !/^<[!?/]/.test(html.slice(open, open + 2))) {
      parts.push('<');
      at = open + 1;
      continue;
    }
    const end = lower.startsWith('<!--', open) ? '-->' : '>';
    const close = html.indexOf(end, open);
    // What is never closed hides nothing: it stands as it was written.
    if (close === -1) {
      at = open;
      break;
    }
    at = close + end.length;
    if (name !== undefined && LINES.test(name)) parts.push('\n');
    if (name === undefined || !UNREAD.has(name) || html[open + 1] === '/') continue;
    const past = lower.indexOf(`</${name}`, at);
    at = past === -1 ? html.length : past;
  }
  parts.push(html.slice(at));
  return parts
    .join('')
    .replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, characterOf)
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function characterOf(written: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? written;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isText = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isText ? String.fromCodePoint(code) : written;
}
