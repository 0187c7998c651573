import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { compileAhead } from '../../../scripts/build/compile-ahead.ts';

/** What a build of one small script under that name looks like. */
async function built(name: string): Promise<string> {
  const source = 'globalThis.answer = () => 42;';
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'source',
        resolveId: (id) => (id === 'virtual:source' ? '\0source' : null),
        load: (id) => (id === '\0source' ? source : null),
      },
      compileAhead(),
    ],
    build: {
      write: false,
      rollupOptions: { input: 'virtual:source', output: { entryFileNames: name } },
    },
  });
  const [bundle] = [result].flat();
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : null;
  if (!chunk) throw new Error('Nothing was built.');
  return chunk.code;
}

describe('compiling ahead', () => {
  it('begins the background, once minified, with the hint that browsers look for', async () => {
    expect(await built('background.js')).toMatch(/^\/\/# allFunctionsCalledOnLoad\n.*42/u);
  });

  it('leaves other scripts alone', async () => {
    expect(await built('content-scripts/annotate.js')).not.toContain('allFunctionsCalledOnLoad');
  });
});
