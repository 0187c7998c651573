import type { Plugin } from 'vite';

/**
 * Tells the browser that all functions of the background are called soon: it then compiles them when it
 * installs the extension, and keeps them compiled. Without it they are compiled anew, one by one, whenever a
 * worker that was stopped is woken (https://v8.dev/blog/explicit-compile-hints). Other browsers read a comment.
 */
export function compileAhead(): Plugin {
  return {
    name: 'parallax:compile-ahead',
    generateBundle(_options, bundle) {
      const background = bundle['background.js'];
      if (background?.type === 'chunk') background.code = `${HINT}\n${background.code}`;
    },
  };
}

const HINT = '//# allFunctionsCalledOnLoad';
