import * as v from 'valibot';

/**
 * A version vector (Parker et al., "Detection of Mutual Inconsistency in Distributed Systems", 1983):
 * how many edits of each device went into a value. It tells a later value from one that was made
 * without knowing of the other, whatever the clocks of the devices say.
 */
export type Seen = Readonly<Record<string, number>>;

/** How the first of two values stands to the second; `apart` where neither knew of the other. */
export type Order = 'same' | 'earlier' | 'later' | 'apart';

const DEVICE = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** Most devices that one folder serves. */
export const MOST_DEVICES = 100;

/** Whether a name is that of a device: a UUID in small letters. */
export const isDevice = (name: string): boolean => DEVICE.test(name);

export const seenSchema = v.pipe(
  v.record(
    v.pipe(v.string(), v.regex(DEVICE)),
    v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(2 ** 40)),
  ),
  v.check((seen) => Object.keys(seen).length <= MOST_DEVICES, 'too many devices'),
);

export function orderOf(one: Seen, other: Seen): Order {
  const devices = new Set([...Object.keys(one), ...Object.keys(other)]);
  let isLess = false;
  let isMore = false;
  for (const device of devices) {
    const [mine, theirs] = [one[device] ?? 0, other[device] ?? 0];
    if (mine < theirs) isLess = true;
    if (mine > theirs) isMore = true;
  }
  if (isLess && isMore) return 'apart';
  return isLess ? 'earlier' : isMore ? 'later' : 'same';
}

/** What has seen everything that both have. */
export function joinSeen(one: Seen, other: Seen): Seen {
  const joined: Record<string, number> = { ...one };
  for (const [device, count] of Object.entries(other)) {
    joined[device] = Math.max(joined[device] ?? 0, count);
  }
  return joined;
}

/** The same after one more edit on `device`. */
export const afterEdit = (seen: Seen, device: string): Seen => ({
  ...seen,
  [device]: (seen[device] ?? 0) + 1,
});
