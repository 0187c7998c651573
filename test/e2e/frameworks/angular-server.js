// Compiles the packages of the framework as they are loaded: first of all imports.
import '@angular/compiler';
import { provideServerRendering, renderApplication } from '@angular/platform-server';
import { start } from './angular-app.js';

const PAGE = '<html><head></head><body><div id="app"><app-root></app-root></div></body></html>';

/** Angular writes a whole page: a comment first in its body, the data of its state last. */
export async function html() {
  const page = await renderApplication((context) => start([provideServerRendering()], context), {
    document: PAGE,
    url: '/',
  });
  const [, body] = /<body>(.*)<\/body>/su.exec(page) ?? [];
  if (!body?.includes('ngh=')) throw new Error(`Angular has left no data to hydrate: ${page}`);
  return body;
}
