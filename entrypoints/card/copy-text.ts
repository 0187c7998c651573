/** Puts text on the clipboard, within a reader's click. False where the browser does not allow it. */
export async function copyText(document: Document, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(document, text); // No clipboard on plain http, or the page's policy forbids it.
  }
}

function copyByEvent(document: Document, text: string): boolean {
  let isDone = false;
  const onCopy = (event: ClipboardEvent) => {
    if (!event.isTrusted) return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isDone = true;
  };
  document.addEventListener('copy', onCopy, true);
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy, true);
  return isDone;
}
