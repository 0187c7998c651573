import type { Plugin } from 'vite';

/**
 * Writes what stands beyond ASCII in the content script as escapes: with one such letter, a browser keeps
 * the whole script at two bytes a letter, in every frame of every page.
 */
export function asciiContentScript(): Plugin {
  return {
    name: 'parallax:ascii-content-script',
    generateBundle(_options, bundle) {
      for (const [name, output] of Object.entries(bundle)) {
        if (!name.startsWith('content-scripts/') || output.type !== 'chunk') continue;
        output.code = escapedBeyondAscii(output.code);
      }
    },
  };
}

/** `code` with escapes for letters beyond ASCII; they stand in texts and patterns only, never in names. */
export function escapedBeyondAscii(code: string): string {
  return code.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
