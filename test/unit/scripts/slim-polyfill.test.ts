import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { withoutUnusedApis } from '../../../scripts/build/slim-polyfill.ts';
import { ROOT } from '../../../scripts/root.ts';

const POLYFILL = path.join(ROOT, 'node_modules/webextension-polyfill/dist/browser-polyfill.js');

describe('the polyfill in our scripts', () => {
  const code = readFileSync(POLYFILL, 'utf8');

  it('wraps messages still, and is much smaller', () => {
    const slim = withoutUnusedApis(code);
    expect(slim).toContain('"sendMessage"');
    for (const name of ['"bookmarks"', '"contextMenus"', '"windows"']) {
      expect(slim).not.toContain(name);
    }
    expect(slim.length).toBeLessThan(code.length * 0.7);
    expect(() => new Function(slim)).not.toThrow();
  });

  it('is refused where it holds its table in a form that nobody has looked at', () => {
    expect(() => withoutUnusedApis('const apiMetadata = load();')).toThrow('new form');
  });
});
