import { callBackground } from '../../utils/messages.ts';
import type { Annotator } from './annotator.ts';
import { selectedPassage } from './page-calls.ts';
import { loadPart } from './parts.ts';
import type { Tongue } from './texts.ts';

/**
 * Puts a small button beside text that the reader has selected with the pointer, which saves it; only
 * where they chose so in the options.
 */
export function watchSelection(
  document: Document,
  annotator: Annotator,
  tongue: () => Promise<Tongue>,
  notice: (text: string) => Promise<void>,
  signal: AbortSignal,
): void {
  let end = (): void => {};

  async function show(): Promise<void> {
    const selection = document.getSelection();
    if (!selection?.rangeCount || selection.toString().trim() === '') return;
    // Pressing the button may take the selection away.
    const range = selection.getRangeAt(0).cloneRange();
    const [part, { t }] = await Promise.all([loadPart('card'), tongue()]);
    if (!part.ok || signal.aborted || !annotator.settings.selectionButton) return;
    end();
    const phrase = {
      rects: () => [...range.getClientRects()],
      element: () => range.startContainer.parentElement,
    };
    end = part.value.mark(document, annotator.settings.theme, phrase, t('saved.save'), {
      icon: 'save',
      press: () => void save(range),
      gone: () => undefined,
    });
  }

  async function save(range: Range): Promise<void> {
    const passage = await selectedPassage(document, range);
    if (!passage.ok || passage.value === null) return;
    const [answer, { t }] = await Promise.all([callBackground('save', passage.value), tongue()]);
    const part = await loadPart('card');
    if (answer.ok) {
      void notice(t(answer.value.alreadySaved ? 'notice.alreadySaved' : 'notice.saved'));
    } else if (part.ok) void notice(part.value.problemLine(answer.error, t));
  }

  const onUp = (event: PointerEvent): void => {
    // The selection is settled after the event.
    if (event.isTrusted && annotator.settings.selectionButton) setTimeout(() => void show());
  };
  document.addEventListener('pointerup', onUp, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => end());
}
