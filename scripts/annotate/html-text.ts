import { parseHTML } from 'linkedom';
import { createTextWriter } from './text-writer.ts';

const LEFT_OUT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'textarea',
  'select',
  'code',
  'pre',
  'svg',
  'math',
  'rt',
  'rp',
  'head',
  'iframe',
  'object',
  'canvas',
]);
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/**
 * The reading text of an HTML file, paragraphs separated by two line feeds, by the same rules as in a
 * page, except that no style sheet is applied: what only CSS hides is read.
 */
export function textOfHtml(html: string): string {
  const { document } = parseHTML(html);
  const writer = createTextWriter();
  const walk = (node: Node): void => {
    if (node.nodeType === 3) {
      writer.text(node.nodeValue ?? '');
      return;
    }
    const name = node.nodeName.toLowerCase();
    if (LEFT_OUT.has(name)) return;
    if (name === 'br') {
      writer.text('\n');
      return;
    }
    const element = node as Element;
    if (
      node.nodeType === 1 &&
      (element.hasAttribute('hidden') || element.hasAttribute('contenteditable'))
    )
      return;
    const isBlock = BLOCKS.has(name);
    if (isBlock) writer.block();
    for (const child of node.childNodes) walk(child);
    if (isBlock) writer.block();
  };
  const root = document.documentElement as unknown as Node | null;
  if (root) walk(root);
  return writer.finish();
}

/** Whether a text is HTML rather than plain text. */
export function looksLikeHtml(text: string): boolean {
  return (
    /^\s*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(text) ||
    /<(?:p|div|article)[\s>][\s\S]*<\/(?:p|div|article)>/i.test(text.slice(0, 50_000))
  );
}
