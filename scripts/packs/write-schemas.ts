import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { FILE_SCHEMAS } from '../../utils/pack/schema/files.ts';

/**
 * Writes the JSON Schema of each kind of pack file to `folder`, for editors that check YAML while one
 * types. Returns how many there are.
 */
export function writeSchemas(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const kinds = Object.entries(FILE_SCHEMAS);
  for (const [kind, schema] of kinds) {
    // What JSON Schema has no words for is left to our own checks.
    const ignoreActions = ['check', 'finite'];
    const json = { title: `Parallax pack: ${kind}`, ...toJsonSchema(schema, { ignoreActions }) };
    writeFileSync(path.join(folder, `${kind}.schema.json`), `${JSON.stringify(json, null, 2)}\n`);
  }
  return kinds.length;
}
