import { browser } from '#imports';
import type { Gate } from '../../utils/match/gate.ts';
import { callBackground } from '../../utils/messages.ts';

/**
 * The gates of the installed packs: from storage, without waking the background; from the background
 * where it has not written them yet. Empty where neither has any.
 *
 * @param ahead what storage holds, where it was asked before.
 */
export async function loadGates(
  ahead: Promise<Readonly<Record<string, unknown>>> | null = null,
): Promise<readonly Gate[]> {
  const asking = ahead ?? browser.storage.local.get('gates');
  const stored = await asking.catch(() => ({ gates: null }));
  const gates = parseGates(stored.gates);
  if (gates.length > 0) return gates;
  const asked = await callBackground('gates', null);
  return asked.ok ? parseGates(asked.value) : [];
}

function parseGates(value: unknown): readonly Gate[] {
  return Array.isArray(value) ? value.filter(isGate) : [];
}

function isGate(value: unknown): value is Gate {
  if (typeof value !== 'object' || value === null) return false;
  const { parties, hallmarks, except } = value as Partial<Record<keyof Gate, unknown>>;
  return (
    Array.isArray(parties) && parties.length > 0 && [...parties, hallmarks, except].every(isNames)
  );
}

function isNames(names: unknown): boolean {
  return Array.isArray(names) && names.every((name) => typeof name === 'string' && name !== '');
}
