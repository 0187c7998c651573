import type { InterfaceLanguage } from '../../utils/i18n/translate.ts';
import type { Caller } from '../../utils/messages/answer-background.ts';
import type { BackgroundCalls, Handlers, Result } from '../../utils/messages.ts';
import { cardOf } from '../../utils/pack/card.ts';
import { type Entry, PACK_ENTRY } from '../../utils/pack/entries.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import { failure } from './failure.ts';
import type { LoadedPack, PackService } from './pack-service.ts';
import { topicsOf } from './page-topics.ts';
import { matchInSlices } from './slices.ts';

interface PackCallsOptions {
  readonly packs: PackService;
  readonly readSettings: () => Promise<Settings>;
  readonly language: () => Promise<InterfaceLanguage>;
  /** Resolves once other work has had its turn. */
  readonly pause: () => Promise<void>;
}

type PackCall = 'match' | 'card' | 'coverage' | 'gates' | 'topics';

/** Answers the calls that read the installed pack. */
export function packCalls({
  packs,
  readSettings,
  language,
  pause,
}: PackCallsOptions): Pick<Handlers<BackgroundCalls, Caller>, PackCall> {
  async function withPack<T>(
    task: (pack: LoadedPack) => Promise<Result<T>> | Result<T>,
  ): Promise<Result<T>> {
    const loaded = await packs.get();
    if (!loaded.ok) return loaded;
    try {
      return await task(loaded.value);
    } catch (error) {
      return failure(error);
    }
  }

  return {
    gates: () => packs.gates(),

    match: ({ text }) =>
      withPack(async ({ engine, index }) => {
        const { sensitivity } = await readSettings();
        const matches = await matchInSlices(engine, text, sensitivity, pause);
        const titles = titlesOf(
          index,
          matches.map(({ item }) => item),
          await language(),
        );
        return { ok: true, value: { matches, titles } };
      }),

    card: ({ item }) =>
      withPack(async ({ index }) => {
        const card = cardOf((id) => index.entry(id), item, await language());
        if (card !== null) return { ok: true, value: card };
        return failure(
          new Error('This entry is no longer in the index.'),
          'Reload the page to read it with the index as it is now.',
        );
      }),

    coverage: () =>
      withPack(({ index }) => {
        const { id, name, version, date } = index.meta.pack;
        const entry = index.entry(PACK_ENTRY) as Entry | null;
        if (entry?.kind !== 'pack') return failure(new Error('The index does not say its extent.'));
        return { ok: true, value: { pack: id, name, version, date, ...entry.coverage } };
      }),

    topics: ({ items }) =>
      withPack(async ({ index }) => {
        const spoken = await language();
        const found = new Set(items);
        const cards = [...found].map((item) => cardOf((id) => index.entry(id), item, spoken));
        return { ok: true, value: topicsOf(cards, found) };
      }),
  };
}

function titlesOf(
  index: LoadedPack['index'],
  items: readonly string[],
  language: InterfaceLanguage,
): Record<string, string> {
  const titles = [...new Set(items)].map((item) => {
    const card = cardOf((id) => index.entry(id), item, language);
    return [item, card?.title ?? item] as const;
  });
  return Object.fromEntries(titles);
}
