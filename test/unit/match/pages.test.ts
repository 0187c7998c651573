import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createAnnotator } from '../../../scripts/annotate/annotator.ts';
import { textOfHtml } from '../../../scripts/annotate/html-text.ts';
import { readPackFolder } from '../../../scripts/packs/build-pack.ts';
import { packFolder } from '../../../scripts/packs/folders.ts';
import { ROOT } from '../../../scripts/root.ts';
import { openIndex } from '../../../utils/pack/index-format.ts';
import { compile } from '../../support/matching.ts';

const PAGES = path.resolve(ROOT, '../shared/pages');
const FOLDERS = ['readability', 'articles/html'];
const isThere = existsSync(PAGES);

/** The text of every page, read one after the other, so that one at a time is in memory. */
function* readPages(): Generator<readonly [string, string]> {
  for (const folder of FOLDERS) {
    for (const name of readdirSync(path.join(PAGES, folder)).sort()) {
      if (!/\.html(?:\.gz)?$/.test(name)) continue;
      const bytes = readFileSync(path.join(PAGES, folder, name));
      const html = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      yield [`${folder}/${name}`, textOfHtml(html)];
    }
  }
}

describe('real pages about other subjects', () => {
  it.skipIf(!isThere)(
    `5.4 hardly ever get a highlight${isThere ? '' : ' (skipped: the sibling folder ../shared/pages is not here)'}`,
    () => {
      const index = openIndex(compile(readPackFolder(packFolder('china-russia'))).buffer);
      const annotate = createAnnotator(index, 'balanced');
      const highlighted: string[] = [];
      let pages = 0;
      let words = 0;
      for (const [name, text] of readPages()) {
        pages++;
        words += text.length / 6;
        const matches = annotate(text);
        if (matches.length > 0)
          highlighted.push(
            `${name}: ${matches.map((match) => `${match.item} "${text.slice(match.start, match.end)}"`).join('; ')}`,
          );
      }
      expect(pages).toBeGreaterThan(300);
      expect(words).toBeGreaterThan(100_000);
      expect(highlighted.length, highlighted.join('\n')).toBeLessThanOrEqual(1);
    },
    120_000,
  );
});
