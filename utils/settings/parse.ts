import { type Colours, DEFAULT_SETTINGS, type MutedItem, type Settings } from './settings.ts';

/** A stored setting that does not parse: its default is used, and the stored value stays. */
export interface SettingFault {
  readonly field: keyof Settings;
}

/** A parser returns the value, or undefined where it is not one. Hand-written: this is part of the content script. */
type Parsers = { readonly [F in keyof Settings]: (value: unknown) => Settings[F] | undefined };

const LONGEST_NAME = 253;

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= LONGEST_NAME;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const bool = (value: unknown): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined;

function oneOf<const T extends string>(
  ...choices: readonly T[]
): (value: unknown) => T | undefined {
  return (value) => choices.find((choice) => choice === value);
}

function listOf<T>(parse: (value: unknown) => T | undefined): (value: unknown) => T[] | undefined {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const parsed = value.map(parse).filter((entry) => entry !== undefined);
    return parsed.length === value.length ? parsed : undefined;
  };
}

function parseKinds(value: unknown): Settings['kinds'] | undefined {
  if (!isRecord(value)) return undefined;
  const { clause, claim, framing } = value;
  if (typeof clause !== 'boolean' || typeof claim !== 'boolean' || typeof framing !== 'boolean') {
    return undefined;
  }
  return { clause, claim, framing };
}

function parseColours(value: unknown): Colours | undefined {
  if (!isRecord(value)) return undefined;
  const { clause, claim, framing, ...others } = value;
  const named = [clause, claim, framing].filter((colour) => colour !== undefined);
  const isColours = named.every((c) => typeof c === 'string' && /^#[\da-f]{6}$/.test(c));
  return isColours && Object.keys(others).length === 0 ? (value as Colours) : undefined;
}

function parseGrounds(value: unknown): Settings['colours'] | undefined {
  if (!isRecord(value)) return undefined;
  const [light, dark] = [parseColours(value.light), parseColours(value.dark)];
  return light && dark && { light, dark };
}

function parseMuted(value: unknown): MutedItem | undefined {
  if (!isRecord(value)) return undefined;
  const { item, site } = value;
  return isName(item) && (site === null || isName(site)) ? { item, site } : undefined;
}

const parseLanguage = oneOf('auto', 'en', 'zh-CN', 'zh-TW', 'ru');

const PARSERS: Parsers = {
  everywhere: bool,
  sitesOff: listOf((value) => (isName(value) ? value : undefined)),
  kinds: parseKinds,
  sensitivity: oneOf('quotations', 'balanced', 'broad'),
  marks: oneOf('automatic', 'elements', 'off-until-asked'),
  occurrences: oneOf('first', 'all'),
  theme: oneOf('system', 'light', 'dark'),
  colours: parseGrounds,
  interfaceLanguage: parseLanguage,
  translationLanguage: parseLanguage,
  mutedItems: listOf(parseMuted),
  selectionButton: bool,
};

export const SETTING_FIELDS = Object.keys(PARSERS) as readonly (keyof Settings)[];

/** The value of one field, or undefined where `value` is not one. */
export function parseSetting<F extends keyof Settings>(
  field: F,
  value: unknown,
): Settings[F] | undefined {
  return PARSERS[field](value);
}

/**
 * Parses stored fields. A missing field has its default; a broken one falls back alone and is named
 * in `faults`. Never throws.
 */
export function parseSettings(stored: Readonly<Partial<Record<keyof Settings, unknown>>>): {
  readonly settings: Settings;
  readonly faults: readonly SettingFault[];
} {
  const faults: SettingFault[] = [];
  const read = <F extends keyof Settings>(field: F): Settings[F] => {
    const value = stored[field];
    if (value === undefined) return DEFAULT_SETTINGS[field];
    const parsed = parseSetting(field, value);
    if (parsed !== undefined) return parsed;
    faults.push({ field });
    return DEFAULT_SETTINGS[field];
  };
  // A parser stands for every field, so none is missing.
  const settings = Object.fromEntries(SETTING_FIELDS.map((field) => [field, read(field)]));
  return { settings: settings as unknown as Settings, faults };
}
