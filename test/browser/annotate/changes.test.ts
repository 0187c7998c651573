import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Changed,
  type Changes,
  watchChanges,
} from '../../../entrypoints/annotate.content/changes.ts';

/** Longer than the quiet time after a change. */
const SETTLED = 700;

describe('watching a page for new text', () => {
  let controller: AbortController;
  let changes: Changes;
  const onText = vi.fn<(changed: Changed) => void>();
  const onFrameGone = vi.fn<() => void>();

  beforeEach(() => {
    document.body.innerHTML = '<main><p>Old text.</p></main>';
    controller = new AbortController();
    onText.mockClear();
    onFrameGone.mockClear();
    changes = watchChanges(document, onText, onFrameGone, controller.signal);
  });

  afterEach(() => {
    controller.abort();
    document.body.replaceChildren();
  });

  it.each([
    ['is added', () => document.body.append(paragraph('New text.'))],
    ['is replaced', () => (textOf('p').data = 'Other text.')],
    ['is taken away', () => document.querySelector('p')?.remove()],
  ])('calls once when text %s', async (_change, change) => {
    change();
    await settle();
    expect(onText).toHaveBeenCalledTimes(1);
  });

  it('says when a frame is taken away, by itself or with what holds it', async () => {
    const holder = document.createElement('div');
    holder.append(document.createElement('iframe'));
    document.body.append(holder, document.createElement('iframe'));
    await settle();
    expect(onFrameGone).not.toHaveBeenCalled();
    holder.remove();
    await settle();
    expect(onFrameGone).toHaveBeenCalledTimes(1);
    document.querySelector('iframe')?.remove();
    await settle();
    expect(onFrameGone).toHaveBeenCalledTimes(2);
  });

  it('takes no notice of elements without text, nor of attributes', async () => {
    document.body.append(document.createElement('div'));
    document.body.setAttribute('class', 'other');
    await settle();
    expect(onText).not.toHaveBeenCalled();
    document.body.removeAttribute('class');
  });

  it('is blind to what is written silently, and not to what came just before', async () => {
    changes.silently(() => document.body.append(paragraph('Ours.')));
    await settle();
    expect(onText).not.toHaveBeenCalled();
    document.body.append(paragraph('Theirs.'));
    changes.silently(() => document.body.append(paragraph('Ours.')));
    await settle();
    expect(onText).toHaveBeenCalledTimes(1);
  });

  it('hears text inside a shadow root that it was told of', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    const root = host.attachShadow({ mode: 'open' });
    changes.watchRoot(root);
    root.append(paragraph('Inside.'));
    await settle();
    expect(onText).toHaveBeenCalledTimes(1);
  });

  it('calls seldom on a page that never stops changing', async () => {
    const timer = setInterval(() => document.body.append(paragraph('More.')), 5);
    await new Promise((resolve) => setTimeout(resolve, 2600));
    clearInterval(timer);
    expect(onText.mock.calls.length).toBeGreaterThanOrEqual(1);
    expect(onText.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('names what was added, not all that it was added to', async () => {
    const late = paragraph('New text.');
    document.querySelector('main')?.prepend(late);
    await settle();
    expect(onText).toHaveBeenLastCalledWith([late]);
  });

  it('stops telling changes apart, and listening, where there are too many', async () => {
    const main = document.querySelector('main');
    for (let at = 0; at < 3000; at += 1) main?.append(paragraph(`Line ${at}`));
    await settle();
    expect(onText).toHaveBeenLastCalledWith('everything');
    const late = paragraph('After.');
    document.body.append(late);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(onText).toHaveBeenLastCalledWith([late]);
  });

  it('waits for no text that is replaced again and again, until it comes to rest', async () => {
    const text = textOf('p');
    let count = 0;
    const timer = setInterval(() => {
      count += 1;
      text.data = `Subtitle ${count}`;
    }, 50);
    await new Promise((resolve) => setTimeout(resolve, 3500));
    const calls = onText.mock.calls.length;
    expect(calls).toBeLessThanOrEqual(2);
    clearInterval(timer);
    await new Promise((resolve) => setTimeout(resolve, 4500));
    expect(onText.mock.calls.length).toBe(calls + 1);
  });

  it('notices when something that was not displayed comes to be', async () => {
    const panel = paragraph('In a tab.');
    panel.style.display = 'none';
    document.body.append(panel);
    await settle();
    onText.mockClear();
    changes.watchHidden(panel, true);
    await settle();
    expect(onText).not.toHaveBeenCalled();
    panel.style.display = '';
    await new Promise((resolve) => setTimeout(resolve, 1600));
    expect(onText).toHaveBeenCalledTimes(1);
    expect(onText).toHaveBeenLastCalledWith([panel]);
  });

  it.each([
    ['visibility', 'main.shut p { visibility: hidden }'],
    ['content-visibility', 'main.shut p { content-visibility: hidden }'],
  ])(
    'notices what %s shows by a class on an ancestor alone, and by a style sheet',
    async (_by, css) => {
      const main = document.querySelector('main') as HTMLElement;
      const shown = document.querySelector('p') as HTMLElement;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
      main.className = 'shut';
      changes.watchHidden(shown, false);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(onText).not.toHaveBeenCalled();
      main.className = '';
      await new Promise((resolve) => setTimeout(resolve, 2200));
      expect(onText).toHaveBeenLastCalledWith([shown]);
      main.className = 'shut';
      changes.watchHidden(shown, false);
      await new Promise((resolve) => setTimeout(resolve, 1200));
      document.adoptedStyleSheets = [];
      await new Promise((resolve) => setTimeout(resolve, 3200));
      expect(onText).toHaveBeenCalledTimes(2);
    },
  );

  it('forgets hidden elements that left the page, so that others can be watched', async () => {
    for (let round = 0; round < 3; round += 1) {
      const gone = Array.from({ length: 400 }, () => document.createElement('p'));
      for (const element of gone) element.style.display = 'none';
      document.body.append(...gone);
      for (const element of gone) changes.watchHidden(element, true);
      for (const element of gone) element.remove();
      document.body.append(paragraph(`Round ${round}.`));
      await new Promise((resolve) => setTimeout(resolve, 500 + 2000 * round));
    }
    const panel = paragraph('In a tab.');
    panel.style.display = 'none';
    document.body.append(panel);
    changes.watchHidden(panel, true);
    await new Promise((resolve) => setTimeout(resolve, 300));
    onText.mockClear();
    panel.style.display = '';
    await new Promise((resolve) => setTimeout(resolve, 8500));
    expect(onText.mock.calls.flat(2)).toContain(panel);
  }, 30_000);

  it('notices that text was moved, which only a whole reading puts in its place', async () => {
    const aside = document.body.appendChild(document.createElement('aside'));
    aside.append(textOf('p').parentElement ?? '');
    await settle();
    expect(onText).toHaveBeenLastCalledWith('everything');
  });

  it('calls no more after it was ended, also when a change was waiting', async () => {
    document.body.append(paragraph('New text.'));
    await Promise.resolve();
    controller.abort();
    document.body.append(paragraph('More.'));
    await settle();
    expect(onText).not.toHaveBeenCalled();
  });
});

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SETTLED));
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

function textOf(selector: string): Text {
  return document.querySelector(selector)?.firstChild as Text;
}
