import type { Plugin } from 'vite';

const ASSIGNMENT = /\|\|\(\w+\.innerHTML=\w+\.__html\)/gu;
/** Where citation-js makes an element of a citation, which nothing here asks for. */
const ELEMENT = /tmp\.innerHTML = result;/gu;

/**
 * Takes the assignment to `innerHTML` out of Preact, which it makes for `dangerouslySetInnerHTML`, and
 * out of citation-js, which can make elements. Nothing of ours uses either; without them nothing in
 * the extension can write markup from text, and the stores' linter, which warns of every such
 * assignment, has nothing to warn of.
 *
 * @throws Error where a package no longer holds it in this form, so that an update is noticed.
 */
export function withoutInnerHtml(): Plugin {
  return {
    name: 'parallax:without-inner-html',
    transform: {
      filter: {
        id: [
          /[\\/]preact[\\/]dist[\\/]preact\.m?js$/u,
          /[\\/]@citation-js[\\/]core[\\/]lib(-mjs)?[\\/]Cite[\\/]get\.js$/u,
        ],
      },
      handler(code) {
        const changed = code.replace(ASSIGNMENT, '||void 0').replace(ELEMENT, '');
        if (changed === code)
          throw new Error('A package sets innerHTML in a new form; look at it anew.');
        return { code: changed, map: null };
      },
    },
  };
}
