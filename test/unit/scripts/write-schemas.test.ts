import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeSchemas } from '../../../scripts/packs/write-schemas.ts';
import { ROOT } from '../../../scripts/root.ts';

/** The published schemas, by kind of file. */
function schemas(): Record<string, unknown> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parallax-schemas-'));
  try {
    writeSchemas(folder);
    return Object.fromEntries(
      readdirSync(folder).map((file) => [
        file.replace('.schema.json', ''),
        JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as unknown,
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function fieldsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = (schema as { properties?: object }).properties ?? {};
  return [...Object.keys(own), ...Object.values(schema).flatMap(fieldsIn)];
}

test('every kind of file has a schema that can be published', () => {
  expect(Object.keys(schemas())).toHaveLength(14);
});

test('docs/packs.md names every field of every file', () => {
  const docs = readFileSync(path.join(ROOT, 'docs/packs.md'), 'utf8');
  const code = [...docs.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].map(([piece]) => piece).join('\n');
  const missing = Object.entries(schemas()).flatMap(([kind, schema]) =>
    [...new Set(fieldsIn(schema))]
      .filter((field) => !new RegExp(`(?<![\\w-])${field}(?![\\w-])`).test(code))
      .map((field) => `${kind}: ${field}`),
  );
  expect(missing).toEqual([]);
});
