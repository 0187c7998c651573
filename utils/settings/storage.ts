import { parseSetting, parseSettings, SETTING_FIELDS, type SettingFault } from './parse.ts';
import type { Settings } from './settings.ts';

/** The part of a browser's storage area that settings need. */
export interface SettingsArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** Each field lies under a key of its own, so that a broken one harms no other. */
const PREFIX = 'settings.';

/** Where a stored value that did not parse is kept once the reader has chosen anew. */
const UNREADABLE = 'settings-unreadable.';

const keyOf = (field: keyof Settings): string => `${PREFIX}${field}`;

/** The keys of all settings in storage. */
export const SETTING_KEYS: readonly string[] = SETTING_FIELDS.map(keyOf);

async function load(
  area: Pick<SettingsArea, 'get'>,
): Promise<Partial<Record<keyof Settings, unknown>>> {
  const stored = await area.get([...SETTING_KEYS]);
  return Object.fromEntries(SETTING_FIELDS.map((field) => [field, stored[keyOf(field)]]));
}

/** Reads and parses all settings; broken fields are named in `faults`. */
export async function loadSettings(area: Pick<SettingsArea, 'get'>): Promise<{
  readonly settings: Settings;
  readonly faults: readonly SettingFault[];
}> {
  return parseSettings(await load(area));
}

/**
 * Writes the changed fields in one step and returns the settings after it. A stored value that does
 * not parse is kept aside before it is replaced.
 *
 * @throws RangeError where `change` holds a value that would not parse; nothing is written then.
 */
export async function storeSettings(
  area: SettingsArea,
  change: (current: Settings) => Partial<Settings>,
): Promise<Settings> {
  const stored = await load(area);
  const { settings: current } = parseSettings(stored);
  const changed = change(current);
  const writes: Record<string, unknown> = {};
  for (const field of SETTING_FIELDS) {
    const value = changed[field];
    if (value === undefined) continue;
    if (parseSetting(field, value) === undefined) {
      throw new RangeError(`Not a value for the setting "${field}": ${JSON.stringify(value)}`);
    }
    const before = stored[field];
    if (before !== undefined && parseSetting(field, before) === undefined) {
      writes[`${UNREADABLE}${field}`] = before;
    }
    writes[keyOf(field)] = value;
  }
  if (Object.keys(writes).length > 0) await area.set(writes);
  return { ...current, ...changed };
}

/** Forgets every choice, those that could not be read too: all settings have their defaults then. */
export async function eraseSettings(
  area: SettingsArea & { remove(keys: string[]): Promise<void> },
): Promise<void> {
  const keys = SETTING_FIELDS.flatMap((field) => [keyOf(field), `${UNREADABLE}${field}`]);
  await area.remove(keys);
}

/** Whether a change of the storage area touches a setting. */
export function touchesSettings(changes: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(changes).some((key) => key.startsWith(PREFIX));
}
