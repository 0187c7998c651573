import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/root.ts';

/** Ways in which a browser gets the extension. */
const GIVES = /launchChromium\(|--load-extension|Extensions\.loadUnpacked|webExtension\.install/u;

const files = ['e2e', 'pages', 'soak'].flatMap((folder) =>
  readdirSync(path.join(ROOT, 'test', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join('test', folder, name)),
);
const starters = files.filter((file) => GIVES.test(readFileSync(path.join(ROOT, file), 'utf8')));

describe('a test that gives a browser the extension', () => {
  it('is found at all', () => {
    expect(starters).toContain(path.join('test', 'e2e', 'support', 'chromium.ts'));
    expect(starters).toContain(path.join('test', 'e2e', 'support', 'firefox.ts'));
  });

  it.each(starters)('%s sends all traffic through the proxy that refuses it', (file) => {
    const code = readFileSync(path.join(ROOT, file), 'utf8');
    expect(code).toContain('startRefusingProxy()');
    expect(code).toMatch(/proxy\S*\.close\(\)/u);
    expect(code).toMatch(/--proxy-server=|network\.proxy\.http/u);
  });
});
