import type { ItemKind, Sensitivity } from '../match/types.ts';

/** An item that the reader does not want marked: on one site, or everywhere where `site` is null. */
export interface MutedItem {
  readonly item: string;
  readonly site: string | null;
}

/** The lines of marks by kind, each `#rrggbb`; a kind that is not named has the colour of the house. */
export type Colours = Readonly<Partial<Record<ItemKind, string>>>;

/** What the reader has chosen. Every field has a default and is stored and parsed alone. */
export interface Settings {
  /** Whether pages are read at all. */
  readonly everywhere: boolean;
  /** Hosts without `www.` on which nothing is read; each covers its subdomains. */
  readonly sitesOff: readonly string[];
  /** Which kinds of item are marked. */
  readonly kinds: Readonly<Record<ItemKind, boolean>>;
  readonly sensitivity: Sensitivity;
  /** How marks are painted; `off-until-asked` reads and counts, and paints on request. */
  readonly marks: 'automatic' | 'elements' | 'off-until-asked';
  /** Whether a framing phrase is marked at its first occurrence in an article or at all of them. */
  readonly occurrences: 'first' | 'all';
  /** Colours of marks on pages with a light ground and with a dark one. */
  readonly colours: { readonly light: Colours; readonly dark: Colours };
  readonly theme: 'system' | 'light' | 'dark';
  readonly interfaceLanguage: 'auto' | 'en' | 'zh-CN' | 'zh-TW' | 'ru';
  /** The language whose translation a card shows first; `auto` is that of the interface. */
  readonly translationLanguage: 'auto' | 'en' | 'zh-CN' | 'zh-TW' | 'ru';
  readonly mutedItems: readonly MutedItem[];
  /** Whether a small button that saves stands beside text that is selected with the pointer. */
  readonly selectionButton: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  everywhere: true,
  sitesOff: [],
  kinds: { clause: true, claim: true, framing: true },
  sensitivity: 'balanced',
  marks: 'automatic',
  occurrences: 'first',
  colours: { light: {}, dark: {} },
  theme: 'system',
  interfaceLanguage: 'auto',
  translationLanguage: 'auto',
  mutedItems: [],
  selectionButton: false,
};

/**
 * The name under which a page's site is switched: the host without `www.`, `file:` for local files,
 * null where there is no site (`about:`, `data:`, a broken address).
 */
export function siteOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  if (protocol === 'file:') return 'file:';
  return hostname.replace(/^www\./, '') || null;
}

/** Whether the entry `site` of a list of sites speaks of `host`: the same host, or one above it. */
function coversSite(site: string, host: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}

/** Whether the reader wants the page at `address` read. */
export function switchAt(
  settings: Settings,
  address: string,
): 'on' | 'off-here' | 'off-everywhere' {
  if (!settings.everywhere) return 'off-everywhere';
  const host = siteOf(address);
  const isOff = host !== null && settings.sitesOff.some((site) => coversSite(site, host));
  return isOff ? 'off-here' : 'on';
}

/** The list of sites after the switch of `site` was set; switching on removes what covers it. */
export function withSite(sitesOff: readonly string[], site: string, isOn: boolean): string[] {
  const others = sitesOff.filter((entry) => !coversSite(entry, site));
  return isOn ? others : [...others, site];
}

/** Whether the reader muted `item` for pages of `site`. */
export function isMuted(settings: Settings, item: string, site: string | null): boolean {
  return settings.mutedItems.some(
    (muted) =>
      muted.item === item &&
      (muted.site === null || (site !== null && coversSite(muted.site, site))),
  );
}
