import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Annotator, brief, createAnnotator } from './annotate/annotator.ts';
import { looksLikeHtml, textOfHtml } from './annotate/html-text.ts';
import { type AnnotateOptions, readOptions, USAGE } from './annotate/options.ts';
import { openBundledPack, openPack } from './packs/open-pack.ts';

/** Prints the matches of files or of standard input; see `USAGE`. */
async function main(): Promise<void> {
  let options: AnnotateOptions;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  const index = options.pack === null ? openBundledPack() : openPack(options.pack);
  const annotate = createAnnotator(index, options.sensitivity, options.ungated);
  for (const input of options.inputs) {
    if (options.format === 'jsonl') await annotateLines(input, annotate);
    else annotateFile(input, annotate, options.format);
  }
}

/** Line by line, so that memory does not grow with the input. */
async function annotateLines(input: string, annotate: Annotator): Promise<void> {
  const { createReadStream } = await import('node:fs');
  const lines = createInterface({
    input: input === '-' ? process.stdin : createReadStream(input),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    const { id, text } = parseLine(line, input, number);
    const written = process.stdout.write(
      `${JSON.stringify({ id, matches: annotate(text).map(brief) })}\n`,
    );
    if (!written) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

function parseLine(line: string, input: string, number: number): { id: unknown; text: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(`${input}, line ${number}: not JSON. Each line is {"id": …, "text": "…"}.`);
  }
  const record = value as { id?: unknown; text?: unknown };
  if (typeof record !== 'object' || record === null || typeof record.text !== 'string')
    throw new Error(
      `${input}, line ${number}: "text" is missing. Each line is {"id": …, "text": "…"}.`,
    );
  return { id: record.id ?? null, text: record.text };
}

function annotateFile(input: string, annotate: Annotator, format: 'json' | 'table'): void {
  const raw = readFileSync(input === '-' ? 0 : input, 'utf8');
  const text = looksLikeHtml(raw) ? textOfHtml(raw) : raw;
  const matches = annotate(text);
  if (format === 'json') {
    console.log(JSON.stringify({ input, text, matches }, null, 2));
    return;
  }
  console.log(`${input}: ${matches.length} matches`);
  for (const match of matches) {
    const words = text.slice(match.start, match.end).replace(/\s+/g, ' ');
    console.log(
      `${match.kind.padEnd(8)}${match.degree.padEnd(12)}${match.score.toFixed(2)}  ${match.item.padEnd(44)} ${words.slice(0, 100)}`,
    );
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
