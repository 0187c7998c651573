import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Chromium fetches the dictionary of its language from its maker's host the first time a field is written in,
 * also where spelling is not to be checked; a dictionary that is blocked is not fetched.
 */
const QUIET = { spellcheck: { blocked_dictionaries: ['en-US', 'en-GB', 'ru'] } };

/**
 * Lays the first preferences into the folder of a new Chromium profile, before the browser starts, so that it
 * makes no traffic of its own; a profile that has preferences is left as it is.
 *
 * @param more further preferences, by section.
 */
export function quietProfile(profile: string, more: Readonly<Record<string, object>> = {}): void {
  const folder = path.join(profile, 'Default');
  const file = path.join(folder, 'Preferences');
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ ...QUIET, ...more }));
}
