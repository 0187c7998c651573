import { numberOf } from './number-of.ts';

/**
 * On which pages something was saved, so that a page without any learns that from one small entry of
 * the extension's storage, without a message: for each host an entry that gives each place its
 * revision, which grows with every change of what was saved there.
 */
export type Places = Readonly<Record<string, number>>;

/** What the keys of the entries begin with. */
export const PLACES = 'saved/';

/** Under what the places of an address's host are kept; null for what has no host and path. */
export function placesKey(address: string): string | null {
  return URL.canParse(address) ? `${PLACES}${new URL(address).host}` : null;
}

/** The name of an address among the places of its host: queries are passed over. */
export function placeOf(address: string): string {
  const { protocol, pathname } = new URL(address);
  return numberOf(protocol + pathname).toString(36);
}
