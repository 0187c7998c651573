// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useUpdated } from '../../../entrypoints/popup/use-updated.ts';
import type { LookedAt } from '../../../utils/own-page/use-page-view.ts';

const ADDRESS = 'http://127.0.0.1:9/';
const LOADING: LookedAt = { id: 7, address: ADDRESS, windowId: 1, isLoading: true };
const loaded = { id: 7, url: ADDRESS, windowId: 1, status: 'complete' };

function Shown({ tab }: { readonly tab: LookedAt }) {
  return <p>{useUpdated(tab).isLoading ? 'loading' : 'loaded'}</p>;
}

const show = (tab: LookedAt) => act(() => render(<Shown tab={tab} />, document.body));

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  act(() => render(null, document.body));
  vi.restoreAllMocks();
});

describe('the tab that a popup is about', () => {
  it('has loaded also where that was before anybody listened', async () => {
    const get = vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue(loaded as never);
    await show(LOADING);
    await vi.waitFor(() => expect(document.body.textContent).toBe('loaded'));
    expect(get).toHaveBeenCalledExactlyOnceWith(7);
  });

  it('stays as it was where the browser no longer knows it', async () => {
    vi.spyOn(fakeBrowser.tabs, 'get').mockRejectedValue(new Error('No tab with id: 7.'));
    await show(LOADING);
    expect(document.body.textContent).toBe('loading');
  });

  it('is not asked for again where it had loaded', async () => {
    const get = vi.spyOn(fakeBrowser.tabs, 'get');
    await show({ ...LOADING, isLoading: false });
    expect(get).not.toHaveBeenCalled();
    expect(document.body.textContent).toBe('loaded');
  });
});
