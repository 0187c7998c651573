import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS } from '../../../utils/settings/settings.ts';
import {
  readSettingFaults,
  readSettings,
  resetSettings,
  updateSettings,
  watchSettings,
} from '../../../utils/settings.ts';

/** Locks as browsers give them, one holder after the other; Node has none. */
function fakeLocks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request(_name: string, task: () => Promise<unknown>) {
      const mine = last.then(task);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: fakeLocks() });
  fakeBrowser.reset();
});

const stored = () => fakeBrowser.storage.local.get(null);

describe('changing settings', () => {
  it('stores only what was changed', async () => {
    expect(await updateSettings({ theme: 'dark' })).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(await stored()).toEqual({ 'settings.theme': 'dark' });
    expect((await readSettings()).theme).toBe('dark');
  });

  it('loses none of many changes made at once', async () => {
    const sites = Array.from({ length: 20 }, (_, at) => `site-${at}.example`);
    await Promise.all(
      sites.map((site) => updateSettings(({ sitesOff }) => ({ sitesOff: [...sitesOff, site] }))),
    );
    expect((await readSettings()).sitesOff).toEqual(sites);
  });

  it('refuses a value that could not be read back, and writes nothing', async () => {
    const broken = { theme: 'loud' as never, everywhere: false };
    await expect(updateSettings(broken)).rejects.toThrow('"theme"');
    expect(await stored()).toEqual({});
  });

  it('keeps a broken value aside before it is replaced, and leaves other broken ones alone', async () => {
    await fakeBrowser.storage.local.set({ 'settings.sitesOff': 'broken', 'settings.theme': 7 });
    expect(await readSettingFaults()).toHaveLength(2);
    await updateSettings({ sitesOff: ['a.example'] });
    expect(await stored()).toEqual({
      'settings.sitesOff': ['a.example'],
      'settings-unreadable.sitesOff': 'broken',
      'settings.theme': 7,
    });
  });
});

describe('taking all choices back', () => {
  it('leaves the defaults, and what is no setting as it was', async () => {
    await fakeBrowser.storage.local.set({ gates: [1], 'settings.theme': 7 });
    await updateSettings({ theme: 'dark', everywhere: false });
    const heard = vi.fn();
    const controller = new AbortController();
    watchSettings(heard, controller.signal);
    await resetSettings();
    expect(await stored()).toEqual({ gates: [1] });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(DEFAULT_SETTINGS));
    controller.abort();
  });
});

describe('watching settings', () => {
  it('tells of each change until it is stopped', async () => {
    const controller = new AbortController();
    const heard = vi.fn();
    watchSettings(heard, controller.signal);
    await updateSettings({ occurrences: 'all' });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
    expect(heard.mock.lastCall?.[0]).toMatchObject({ occurrences: 'all' });
    controller.abort();
    await updateSettings({ occurrences: 'first' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toHaveBeenCalledOnce();
  });

  it('says nothing of other stored things', async () => {
    const controller = new AbortController();
    const heard = vi.fn();
    watchSettings(heard, controller.signal);
    await fakeBrowser.storage.local.set({ gates: [] });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).not.toHaveBeenCalled();
    controller.abort();
  });
});
