// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type NoteState, NoteView } from '../../../components/saved/note-view.tsx';
import { createTranslator } from '../../../utils/i18n.ts';
import type { SavedPassage } from '../../../utils/messages.ts';

const PASSAGE: SavedPassage = {
  id: 'p1',
  exact: 'The ferry runs every hour',
  language: 'en',
  note: 'old',
  tags: ['sea'],
  status: 'to-read',
  savedAt: '2026-01-02T10:00:00.000Z',
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  act(() => render(null, document.body));
  vi.useRealTimers();
});

function show(keep: (change: object) => Promise<boolean>, state?: NoteState) {
  const done = vi.fn();
  const t = createTranslator('en');
  const open: NoteState = { kind: 'open', passage: PASSAGE };
  act(() =>
    render(
      <NoteView {...{ state: state ?? open, said: '', keep, done, language: 'en', t }} />,
      document.body,
    ),
  );
  return { done };
}

function write(selector: string, text: string): void {
  const field = document.querySelector<HTMLTextAreaElement>(selector);
  if (field) field.value = text;
  field?.dispatchEvent(new Event('input', { bubbles: true }));
}

const leaving = () => {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
};

describe('the window for a note', () => {
  test('has note and tags as they are, and keeps nothing that was not changed', async () => {
    const keep = vi.fn(async () => true);
    const { done } = show(keep);
    expect(document.querySelector('textarea')?.value).toBe('old');
    expect(document.querySelector('input')?.value).toBe('sea');
    document.querySelector('textarea')?.dispatchEvent(new Event('blur'));
    expect(leaving()).toBe(false);
    document.querySelector('button')?.click();
    expect(keep).not.toHaveBeenCalled();
    expect(done).toHaveBeenCalledOnce();
  });

  test('keeps what is written a moment after the last key, once', async () => {
    const keep = vi.fn(async () => true);
    show(keep);
    for (const text of ['n', 'ne', 'new ']) write('textarea', text);
    expect(keep).not.toHaveBeenCalled();
    await vi.runAllTimersAsync();
    expect(keep).toHaveBeenCalledExactlyOnceWith({ note: 'new' });
    expect(leaving()).toBe(false);
  });

  test('keeps tags apart from each other, each once', async () => {
    const keep = vi.fn(async () => true);
    show(keep);
    write('input', 'sea, ,ferry，sea、pier');
    await vi.runAllTimersAsync();
    expect(keep).toHaveBeenCalledExactlyOnceWith({ tags: ['sea', 'ferry', 'pier'] });
  });

  test('keeps it at once where the window goes, and has the browser ask first', async () => {
    const keep = vi.fn(async () => true);
    show(keep);
    write('textarea', 'unfinished');
    expect(leaving()).toBe(true);
    expect(keep).toHaveBeenCalledExactlyOnceWith({ note: 'unfinished' });
  });

  test('has the browser ask as long as it could not be kept', async () => {
    const keep = vi.fn(async () => false);
    show(keep);
    write('textarea', 'no room for it');
    await vi.runAllTimersAsync();
    expect(leaving()).toBe(true);
  });

  test('is left by Escape, with what was written', () => {
    const keep = vi.fn(async () => true);
    const { done } = show(keep);
    document.querySelector('textarea')?.focus();
    write('textarea', 'quick');
    document
      .querySelector('textarea')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(keep).toHaveBeenCalledExactlyOnceWith({ note: 'quick' });
    expect(done).toHaveBeenCalledOnce();
  });

  test('stays where Escape is meant for an input method', () => {
    const { done } = show(async () => true);
    const init = { key: 'Escape', bubbles: true, isComposing: true };
    document.querySelector('textarea')?.dispatchEvent(new KeyboardEvent('keydown', init));
    expect(done).not.toHaveBeenCalled();
  });

  test('says why there is nothing to write on', () => {
    show(async () => true, { kind: 'failed', why: 'It is gone.' });
    expect(document.querySelector('[role="alert"]')?.textContent).toBe('It is gone.');
    expect(document.querySelector('textarea')).toBeNull();
  });
});
