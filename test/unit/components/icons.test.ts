import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const ICON_FILE = 'components/parts/icon.tsx';

const sources = ['components', 'entrypoints'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx|ts|html)$/u.test(name))
    .map((name) => path.join(folder, name).replaceAll('\\', '/')),
);

describe('the icons', () => {
  const source = readFileSync(path.join(ROOT, ICON_FILE), 'utf8');
  const icons = [...source.matchAll(/^ {2}(\w+):\s+'([^']+)'/gmu)].map(
    ([, name = '', shape = '']) => [name, shape] as const,
  );

  test('are drawn in one place, on one grid, with one line', () => {
    expect(icons.length).toBeGreaterThan(10);
    expect(source).toContain('viewBox="0 0 16 16"');
    expect(source.match(/stroke-width/gu)).toHaveLength(1);
    const drawing = sources.filter((file) =>
      /<svg/u.test(readFileSync(path.join(ROOT, file), 'utf8')),
    );
    expect(drawing).toEqual([ICON_FILE]);
  });

  test.each(icons)('%s begins within the grid, with room for its line', (_name, shape) => {
    for (const [, x = '', y = ''] of shape.matchAll(/[ML](-?[\d.]+)[ ,]?(-?[\d.]+)/gu)) {
      for (const at of [Number(x), Number(y)]) {
        expect(at).toBeGreaterThanOrEqual(1);
        expect(at).toBeLessThanOrEqual(15);
      }
    }
  });

  test.each(icons)('%s is used', (name) => {
    const isUsed = sources.some(
      (file) =>
        file !== ICON_FILE &&
        new RegExp(`(?:icon|name)="${name}"|'${name}'`, 'u').test(
          readFileSync(path.join(ROOT, file), 'utf8'),
        ),
    );
    expect(isUsed).toBe(true);
  });
});
