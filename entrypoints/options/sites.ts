import { siteOf } from '../../utils/settings/settings.ts';

const HOST = /^(?=.{1,253}$)[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}-]+)*$/u;

/** The site that a reader names by its host or by an address on it; null where it is neither. */
export function siteNamed(typed: string): string | null {
  const text = typed.trim();
  const address =
    /^[a-z][a-z+.-]*:/i.test(text) && !/^[^/]+:\d+/.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address) || !/^(?:https?|file):/i.test(address)) return null;
  const site = siteOf(address);
  return site === 'file:' || (site !== null && HOST.test(site)) ? site : null;
}
