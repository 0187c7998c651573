import { afterEach, describe, expect, it } from 'vitest';
import { createHighlightPainter } from '../../../utils/paint/css-highlight.ts';
import { createMarkPainter } from '../../../utils/paint/mark.ts';
import type { Highlight } from '../../../utils/paint/painter.ts';
import { readPassages } from '../../../utils/text/extract.ts';
import { locate } from '../../../utils/text/locate.ts';

const pages = import.meta.glob<string>('../../../../shared/pages/readability/*.html', {
  query: '?raw',
  import: 'default',
});
/** Every fourth page: enough kinds of page, and soon done. */
const sample = Object.entries(pages).filter((_page, n) => n % 4 === 0);
/** No script runs and nothing is fetched. */
const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
const PASSAGES = 20;

afterEach(() => document.body.replaceChildren());

describe.skipIf(sample.length === 0)('real pages (skipped where ../shared/pages is absent)', () => {
  it.each(sample)(
    '%s is read, painted by both painters, and as it was afterwards',
    async (_name, load) => {
      const page = await show(await load());
      const highlights = plan(page);
      const before = page.documentElement.outerHTML;
      const nodes = textNodes(page);
      for (const create of [createHighlightPainter, createMarkPainter]) {
        const painter = create(page);
        painter.paint(highlights);
        for (const { id, parts } of highlights) {
          // White space alone is not wrapped by mark.js: it could not be seen.
          expect(folded(painter.rangesOf(id).join(''))).toBe(wordsOf.get(id));
          expect(parts.length).toBeGreaterThan(0);
        }
        painter.dispose();
        expect(page.documentElement.outerHTML === before).toBe(true);
        const after = textNodes(page);
        expect(after.length).toBe(nodes.length);
        expect(after.every((node, i) => node === nodes[i])).toBe(true);
      }
    },
  );
});

const wordsOf = new Map<string, string>();

/** Passages spread over the page, some over several elements, as words to be painted. */
function plan(page: Document): Highlight[] {
  const highlights: Highlight[] = [];
  for (const passages of readPassages(page.body)) {
    if (passages === null) continue;
    const { text } = passages;
    const stride = Math.max(80, Math.floor(text.length / PASSAGES));
    for (let at = 0; at + 70 < text.length; at += stride) {
      const located = locate(passages, { start: at, end: at + 70 });
      expect(located).not.toBeNull();
      if (located === null || located.text.trim() === '') continue;
      const id = `${passages.start}-${at}`;
      wordsOf.set(id, folded(located.text));
      highlights.push({ id, look: 'clause', parts: located.parts });
    }
  }
  return highlights;
}

async function show(html: string): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.style.cssText = 'width: 1200px; height: 800px';
  frame.srcdoc = POLICY + html;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  if (frame.contentDocument === null) throw new Error('The page did not load.');
  return frame.contentDocument;
}

function textNodes(page: Document): Text[] {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
}

function folded(text: string): string {
  return text.replace(/\s+/g, '');
}
