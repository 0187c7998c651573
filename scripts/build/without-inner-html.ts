import type { Plugin } from 'vite';

const ASSIGNMENT = /\|\|\(\w+\.innerHTML=\w+\.__html\)/gu;

/**
 * Takes the assignment to `innerHTML` out of Preact, which it makes for `dangerouslySetInnerHTML`. No
 * view of ours uses that; without it nothing in the extension can write markup from text, and the
 * stores' linter, which warns of every such assignment, has nothing to warn of.
 *
 * @throws Error where Preact no longer holds the assignment in this form, so that an update is noticed.
 */
export function withoutInnerHtml(): Plugin {
  return {
    name: 'parallax:without-inner-html',
    transform: {
      filter: { id: /[\\/]preact[\\/]dist[\\/]preact\.m?js$/u },
      handler(code) {
        const changed = code.replace(ASSIGNMENT, '||void 0');
        if (changed === code)
          throw new Error('Preact sets innerHTML in a new form; look at it anew.');
        return { code: changed, map: null };
      },
    },
  };
}
