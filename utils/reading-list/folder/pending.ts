import { type FolderChoices, type Whole, withChoices } from './state.ts';

/** Most records that are looked at one by one; of more the whole list is. */
const MOST = 2_000;
/** How long a look at the whole list counts, in milliseconds: what nobody told of is found then. */
const COUNTS = 24 * 60 * 60 * 1000;

/** What was told of since the folder was last in step, each with how often. */
export interface Pending {
  readonly ids: ReadonlyMap<string, number>;
  /** How often anything may have changed. */
  readonly anything: number;
}

const NOTHING: Pending = { ids: new Map(), anything: 0 };

const pendingIn = async (choices: FolderChoices): Promise<Pending> =>
  ((await choices.get('pending')) as Pending | undefined) ?? NOTHING;

/**
 * Notes at once which records have changed, so that the folder can follow them later without reading
 * the whole list, even where whoever noted it ends meanwhile; null where any may have. Nothing is noted
 * where no folder was chosen.
 */
export async function noteChanged(list: string, told: readonly string[] | null): Promise<void> {
  await withChoices(list, async (choices) => {
    const [folder, whole] = [await choices.get('folder'), await choices.get('whole')];
    if (folder === undefined && whole === undefined) return;
    const { ids: before, anything } = await pendingIn(choices);
    const ids = new Map(before);
    for (const id of told ?? []) ids.set(id, (ids.get(id) ?? 0) + 1);
    const isTooMuch = told === null || ids.size > MOST;
    const pending = isTooMuch ? { ids: new Map(), anything: anything + 1 } : { ids, anything };
    await choices.put(pending, 'pending');
  });
}

/** What was told of so far. */
export async function pendingNow(list: string): Promise<Pending> {
  return withChoices(list, pendingIn);
}

/** The records told of since the list was last looked at as a whole; null where that is to be done again. */
export async function changedSince(
  list: string,
  now: Date,
): Promise<{ readonly whole: Whole; readonly pending: Pending } | null> {
  return withChoices(list, async (choices) => {
    const whole = (await choices.get('whole')) as Whole | undefined;
    const pending = await pendingIn(choices);
    const age = now.getTime() - Date.parse(whole?.at ?? '');
    const isFresh = age >= 0 && age < COUNTS;
    return whole !== undefined && isFresh && pending.anything === 0 ? { whole, pending } : null;
  });
}

/** Notes that the folder is in step with what was told of; what was told of again meanwhile stays. */
export async function noteInStep(list: string, done: Pending, whole?: Whole): Promise<void> {
  await withChoices(list, async (choices) => {
    if (whole !== undefined) await choices.put(whole, 'whole');
    const { ids, anything } = await pendingIn(choices);
    const left = {
      ids: new Map([...ids].filter(([id, times]) => done.ids.get(id) !== times)),
      anything: Math.max(0, anything - done.anything),
    };
    await choices.put(left, 'pending');
  });
}
