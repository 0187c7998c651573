import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { INTERFACE_LANGUAGES } from '../../../utils/i18n/translate.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const sectionsOf = (language: string): string[] =>
  read(`docs/store/${language}.md`)
    .split(/^## .*$/mu)
    .map((section) => section.trim());
const permissionsIn = (text: string): string[] =>
  [...text.matchAll(/^\| `(\w+)`/gmu)].map(([, name = '']) => name).sort();

describe.each(INTERFACE_LANGUAGES)('the texts for the stores in %s', (language) => {
  const [, name, summary = '', description = '', permissions = ''] = sectionsOf(language);

  test('have the same sections as the English ones, none empty', () => {
    expect(sectionsOf(language)).toHaveLength(sectionsOf('en').length);
    for (const section of sectionsOf(language)) expect(section).not.toBe('');
    expect(name).toBe('Parallax');
  });

  test('give the summary that the extension gives of itself', () => {
    const folder = language.replace('-', '_');
    const messages = JSON.parse(read(`public/_locales/${folder}/messages.json`));
    expect(summary).toBe(messages.extensionDescription.message);
    expect(summary.length).toBeLessThanOrEqual(132);
  });

  test('justify every permission that is asked for, and no other', () => {
    const asked = /permissions: \[([^\]]*)\]/u.exec(read('wxt.config.ts'))?.[1] ?? '';
    const named = [...asked.matchAll(/'(\w+)'/gu)].map(([, each = '']) => each);
    // The entrypoint `sidepanel` brings its own permission with it.
    expect(permissionsIn(permissions)).toEqual([...named, 'sidePanel'].sort());
    expect(permissionsIn(read('docs/privacy.md'))).toEqual([...named, 'sidePanel'].sort());
  });

  test('say no word that judges, and fit a store', () => {
    expect(description).not.toMatch(
      /fact.?check|\bbias|propaganda|disputed|пропаганд|спорн|偏见|偏見|宣传|宣傳|事实核查/iu,
    );
    expect(description.length).toBeLessThan(16_000);
  });
});
