/** Elements of HTML that may hold a shadow root; custom elements may too. */
const HOSTS =
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span';
/** Frequent elements that may not. */
const OTHERS =
  'a abbr b br button cite code dd dl dt em figcaption figure form g hr i iframe img input label li link meta noscript ol option path picture s script select small source strong style sub summary sup svg table tbody td th thead time tr u ul use video';
/**
 * Elements from which on and up to which names are counted: each name is a list to be made, and a walk of the
 * browser's own. A long page is looked at in tens of thousands of small parts.
 */
const SOME = 100;
const FEW = 5000;

/**
 * Lists that hold every element under `root` that may have a shadow root, at most. A browser makes an
 * object of each element that a script looks at, and keeps it as long as the page: most pages have
 * elements of known names alone, and those of names that can hold nothing are not looked at.
 */
export function possibleHosts(root: ParentNode): readonly ArrayLike<Element>[] {
  // A shadow root or a text.
  if (!(root instanceof Element)) return [root.querySelectorAll?.('*') ?? []];
  // A live collection costs nothing to make, and half of what a tree walker does to go through.
  const named = (name: string) => root.getElementsByTagName(name);
  const all = named('*');
  if (!all[SOME] || all[FEW]) return [all];
  const hosts = HOSTS.split(' ').map(named);
  const others = OTHERS.split(' ').map(named);
  const known = [...hosts, ...others].reduce((sum, { length }) => sum + length, 0);
  return known === all.length ? hosts : [all];
}
