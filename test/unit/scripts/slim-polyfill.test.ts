import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { asModule, withoutUnusedApis } from '../../../scripts/build/slim-polyfill.ts';
import { ROOT } from '../../../scripts/root.ts';

const POLYFILL = path.join(ROOT, 'node_modules/webextension-polyfill/dist/browser-polyfill.js');

afterEach(() => vi.unstubAllGlobals());

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

  it('is a module, whose parts the browser makes when they are used', async () => {
    const made: string[] = [];
    const part = (name: string, value: object) => ({
      configurable: true,
      enumerable: true,
      get() {
        made.push(name);
        return value;
      },
    });
    const chrome = Object.defineProperties(
      {},
      { runtime: part('runtime', { id: 'x' }), windows: part('windows', { here: true }) },
    ) as { runtime?: unknown; windows?: unknown };
    vi.stubGlobal('chrome', chrome);
    const source = encodeURIComponent(asModule(withoutUnusedApis(code)));
    const { default: browser } = await import(/* @vite-ignore */ `data:text/javascript,${source}`);
    expect(made).not.toContain('windows');
    expect(browser.windows).toMatchObject({ here: true });
    expect(made).toContain('windows');
  });

  it('is refused where it holds its table in a form that nobody has looked at', () => {
    expect(() => withoutUnusedApis('const apiMetadata = load();')).toThrow('new form');
  });
});
