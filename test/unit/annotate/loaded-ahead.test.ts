// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { becomesPage } from '../../../entrypoints/annotate.content/lifetime.ts';

/** As a browser that loads a page ahead shows it; see `test/e2e/chromium/loaded-ahead.test.ts` for a real one. */
function loadAhead(isAhead: boolean): void {
  Object.defineProperty(document, 'prerendering', { value: isAhead, configurable: true });
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a page that the browser loads ahead', () => {
  afterEach(() => Reflect.deleteProperty(document, 'prerendering'));

  it('is waited for until a reader opens it', async () => {
    loadAhead(true);
    let isOpen = false;
    const opened = becomesPage(document, new AbortController().signal).then(() => {
      isOpen = true;
    });
    await settle();
    expect(isOpen).toBe(false);
    loadAhead(false);
    document.dispatchEvent(new Event('prerenderingchange'));
    await opened;
    expect(isOpen).toBe(true);
  });

  it('is not waited for where it is open already, or where the browser loads none ahead', async () => {
    await becomesPage(document, new AbortController().signal);
    loadAhead(false);
    await becomesPage(document, new AbortController().signal);
  });

  it('is left alone where the script has to leave before', async () => {
    loadAhead(true);
    const controller = new AbortController();
    let isOpen = false;
    void becomesPage(document, controller.signal).then(() => {
      isOpen = true;
    });
    controller.abort();
    document.dispatchEvent(new Event('prerenderingchange'));
    await settle();
    expect(isOpen).toBe(false);
  });
});
