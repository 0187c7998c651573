import type { BrowserEngine } from '../browsers/find.ts';
import { runCommand, scriptCommand, toolCommand } from '../processes/run-tool.ts';

/** Where the built extension lies, relative to the project's root. */
export const OUTPUT: Readonly<Record<BrowserEngine, string>> = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
};

/**
 * Builds the packs' index, then the extension for each of `engines`.
 *
 * @throws Error with the output of the step that failed.
 */
export async function buildExtension(engines: readonly BrowserEngine[]): Promise<void> {
  await step('the index of the packs', scriptCommand('scripts/build-index.ts'));
  for (const engine of engines) {
    const target = engine === 'chromium' ? [] : ['-b', 'firefox'];
    await step(`the extension for ${engine}`, [...toolCommand('wxt'), 'build', ...target]);
  }
}

async function step(what: string, command: readonly string[]): Promise<void> {
  const { code, output } = await runCommand(command, { limit: 5 * 60_000 });
  if (code !== 0) throw new Error(`Building ${what} failed:\n${output.trim()}`);
}
