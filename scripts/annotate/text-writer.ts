/** Collects reading text: `block` ends a paragraph, `text` adds to the present one. */
export interface TextWriter {
  text(part: string): void;
  block(): void;
  finish(): string;
}

/** Makes a writer. White space is folded inside paragraphs; empty paragraphs are dropped. */
export function createTextWriter(): TextWriter {
  const paragraphs: string[] = [];
  let open = '';
  const block = (): void => {
    const folded = open.replace(/[ \t\r\n\f]+/g, ' ').trim();
    if (folded !== '') paragraphs.push(folded);
    open = '';
  };
  return {
    text(part) {
      open += part;
    },
    block,
    finish() {
      block();
      return paragraphs.join('\n\n');
    },
  };
}
