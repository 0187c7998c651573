import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from 'svelte/compiler';
import { build, type InlineConfig, type Plugin } from 'vite';
import { ROOT } from '../../../scripts/root.ts';

export const FRAMEWORKS = ['react', 'vue', 'svelte', 'angular'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

const FOLDER = path.join(ROOT, 'test/e2e/frameworks');

export interface BuiltApp {
  /** What the server sends as the page's body: the app in `#app`, and what goes with it. */
  readonly html: string;
  /** A script that defines `hydrate()`, and with it `setStep(number)`. */
  readonly script: string;
}

/** Builds the app of a framework as sites do: rendered on a server, to be hydrated in the browser. */
export async function buildApp(framework: Framework): Promise<BuiltApp> {
  const script = await bundle(framework, 'client');
  const server = await bundle(framework, 'server');
  const folder = mkdtempSync(path.join(tmpdir(), 'parallax-app-'));
  try {
    const file = path.join(folder, `${framework}.mjs`);
    writeFileSync(file, server);
    const { html } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
      html(): Promise<string>;
    };
    return { html: await html(), script };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle(framework: Framework, generate: 'client' | 'server'): Promise<string> {
  const entry = path.join(FOLDER, `${framework}-${generate}.js`);
  const isServer = generate === 'server';
  const config: InlineConfig = {
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    mode: 'production',
    plugins: [svelte(generate)],
    define: { 'process.env.NODE_ENV': '"production"' },
    ...(isServer ? { ssr: { noExternal: true } } : {}),
    build: {
      write: false,
      minify: false,
      ...(isServer ? { ssr: entry } : { lib: { entry, formats: ['iife'], name: 'app' } }),
    },
  };
  const result = await build(config);
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : null;
  if (!chunk) throw new Error(`The ${framework} app for the ${generate} is empty.`);
  return chunk.code;
}

function svelte(generate: 'client' | 'server'): Plugin {
  return {
    name: 'svelte',
    transform(code, id) {
      if (!id.endsWith('.svelte')) return null;
      const { js } = compile(code, { generate, filename: id, runes: true });
      return { code: js.code, map: null };
    },
  };
}
