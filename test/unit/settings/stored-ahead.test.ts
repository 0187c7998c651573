import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readStorageAhead, takeStoredAhead } from '../../../utils/settings/stored-ahead.ts';
import { readSettings } from '../../../utils/settings.ts';

beforeEach(() => {
  fakeBrowser.reset();
  takeStoredAhead();
});

describe('what storage is asked for ahead', () => {
  it('holds the settings and what else was named', async () => {
    await fakeBrowser.storage.local.set({ 'settings.theme': 'dark', gates: [1], other: 2 });
    readStorageAhead(['gates']);
    const ahead = takeStoredAhead();
    expect(await ahead).toMatchObject({ 'settings.theme': 'dark', gates: [1] });
    expect(await ahead).not.toHaveProperty('other');
    expect((await readSettings(ahead)).theme).toBe('dark');
  });

  it('is there once', () => {
    readStorageAhead([]);
    expect(takeStoredAhead()).not.toBeNull();
    expect(takeStoredAhead()).toBeNull();
  });

  it('is nothing where nobody asked', () => {
    expect(takeStoredAhead()).toBeNull();
  });

  it('is forgotten where something changes before it is used', async () => {
    readStorageAhead([]);
    await fakeBrowser.storage.local.set({ 'settings.theme': 'dark' });
    expect(takeStoredAhead()).toBeNull();
  });

  it('is forgotten where storage fails', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('No space left.'));
    readStorageAhead([]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(takeStoredAhead()).toBeNull();
  });
});
