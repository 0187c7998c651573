import { browser } from '#imports';
import { type IndexFile, readIndexFile } from './read-index-file.ts';

/** Made by `npm run build:index`; a plain string, since it lies there only after the types were made. */
const INDEX: string = '/packs/china-russia.plx';

/** The packaged index. Rejects where the file is missing. */
export async function loadIndexFile(): Promise<IndexFile> {
  const answer = await fetch(browser.runtime.getURL(INDEX as '/'));
  if (!answer.ok) throw new Error(`The index file ${INDEX} is missing from the extension.`);
  return readIndexFile(answer);
}
