/** Elements of HTML that may hold a shadow root; custom elements may too. */
const HOSTS =
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(
    ' ',
  );
/** Those and frequent elements that may not; names of which pages have most come first. */
const NAMES =
  'a p div span li ul img h2 h3 script svg path section button h1 header nav main article footer br strong em b i figure picture source h4 input label style noscript link meta iframe form time small figcaption aside td tr use g blockquote body h5 h6 abbr cite code dd dl dt hr ol option s select sub summary sup table tbody th thead u video'.split(
    ' ',
  );
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
  const all = root.getElementsByTagName('*');
  if (!all[SOME] || all[FEW]) return [all];
  const hosts: ArrayLike<Element>[] = [];
  let known = 0;
  for (const name of NAMES) {
    const named = root.getElementsByTagName(name);
    if (named.length > 0 && HOSTS.includes(name)) hosts.push(named);
    known += named.length;
    // No element is left that could have another name.
    if (known === all.length) return hosts;
  }
  return [all];
}
