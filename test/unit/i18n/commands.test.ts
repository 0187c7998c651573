import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../../components/options/types.ts';
import { ROOT } from '../../../scripts/root.ts';
import { INTERFACE_LANGUAGES } from '../../../utils/i18n/translate.ts';
import { createTranslator } from '../../../utils/i18n.ts';

const CONFIG = readFileSync(path.join(ROOT, 'wxt.config.ts'), 'utf8');
/** The manifest's message for each command, by its name. */
const MESSAGES = Object.fromEntries(
  [...CONFIG.matchAll(/'?([\w-]+)'?: \{\s*description: '__MSG_(\w+)__'/gu)].map(
    ([, name = '', message = '']) => [name, message],
  ),
);

test('the options name every command of the manifest', () => {
  expect(Object.keys(MESSAGES).sort()).toEqual([...COMMANDS].sort());
});

test.each(INTERFACE_LANGUAGES)(
  'in %s the options name commands as the browser does on its own page',
  (language) => {
    const file = path.join(ROOT, 'public/_locales', language.replace('-', '_'), 'messages.json');
    const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
    const t = createTranslator(language);
    for (const name of COMMANDS) {
      expect(t(`options.command.${name}`)).toBe(messages[MESSAGES[name] ?? '']?.message);
    }
  },
);
