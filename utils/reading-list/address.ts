/** Parameters that say where a reader came from and not what is shown. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|mc_cid|mc_eid|igshid|_openstat)$/i;

/**
 * The form in which two addresses of one page are equal: without fragment and tracking parameters;
 * everything else stays, in its order. An address that cannot be read is returned as it is.
 */
export function canonicalForm(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  if (kept.length < url.searchParams.size) url.search = new URLSearchParams(kept).toString();
  return url.href;
}

/**
 * All canonical forms under which a page is known: its address, and the one that it names itself.
 * A named address counts only on the same site and below its root: many sites name their front page
 * on every page, and pages would be joined that have nothing in common.
 */
export function knownForms(address: string, named: string | null): readonly string[] {
  const own = canonicalForm(address);
  if (named === null || !URL.canParse(named, own)) return [own];
  const target = new URL(named, own);
  const isUsable =
    /^https?:$/.test(target.protocol) &&
    siteName(target.hostname) === siteName(new URL(own).hostname) &&
    target.pathname !== '/';
  return isUsable ? [...new Set([own, canonicalForm(target.href)])] : [own];
}

/** The host without the labels that sites put before it for telephones and the like. */
function siteName(host: string): string {
  return host.replace(/^(www|m|mobile|amp|edition)\./, '');
}
