import { browser } from '#imports';
import type { Gate } from '../../utils/match/gate.ts';
import { callBackground } from '../../utils/messages.ts';

/**
 * The gates of the installed packs: from storage, without waking the background; from the background
 * where it has not written them yet. Empty where neither has any.
 */
export async function loadGates(): Promise<readonly Gate[]> {
  const stored = await browser.storage.local.get('gates').catch(() => ({ gates: null }));
  if (isGates(stored.gates)) return stored.gates;
  const asked = await callBackground('gates', null);
  return asked.ok && isGates(asked.value) ? asked.value : [];
}

function isGates(value: unknown): value is readonly Gate[] {
  return Array.isArray(value) && value.length > 0 && value.every(isGate);
}

function isGate(value: unknown): value is Gate {
  if (typeof value !== 'object' || value === null || !('parties' in value)) return false;
  const { parties } = value;
  const isNames = (names: unknown) =>
    Array.isArray(names) && names.every((name) => typeof name === 'string' && name !== '');
  return Array.isArray(parties) && parties.length > 0 && parties.every(isNames);
}
