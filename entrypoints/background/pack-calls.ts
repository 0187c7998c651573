import type { InterfaceLanguage } from '../../utils/i18n/translate.ts';
import type { Caller } from '../../utils/messages/answer-background.ts';
import type { BackgroundCalls, Handlers, Result } from '../../utils/messages.ts';
import { cardOf } from '../../utils/pack/card.ts';
import type { CardData } from '../../utils/pack/card-data.ts';
import { type Entry, PACK_ENTRY } from '../../utils/pack/entries.ts';
import { topicNameOf } from '../../utils/pack/topic-name.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import { failure } from './failure.ts';
import { createFigureOnPage } from './figure-on-page.ts';
import type { LoadedPack, PackService } from './pack-service.ts';
import { topicsOf } from './page-topics.ts';
import { createQueues } from './queues.ts';
import { matchInSlices, type Turns } from './slices.ts';
import { createTitles, remembered } from './titles.ts';

interface PackCallsOptions {
  readonly packs: PackService;
  readonly readSettings: () => Promise<Settings>;
  readonly languageFor: (settings: Pick<Settings, 'interfaceLanguage'>) => InterfaceLanguage;
  readonly turns: Turns;
}

type PackCall =
  | 'wake'
  | 'match'
  | 'card'
  | 'coverage'
  | 'gates'
  | 'topics'
  | 'topicNames'
  | 'titles';

const GONE: Result<CardData> = {
  ok: false,
  error: {
    failure: 'failed',
    code: 'entry-gone',
    message: 'This entry is no longer in the index.',
    remedy: 'Reload the page to read it with the index as it is now.',
  },
};

/** Answers the calls that read the installed pack. */
export function packCalls({
  packs,
  readSettings,
  languageFor,
  turns,
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

  const language = async () => languageFor(await readSettings());
  const titles = createTitles();
  const inTurn = createQueues(turns.pause);
  const figureOn = createFigureOnPage();

  return {
    gates: () => packs.gates(),

    wake() {
      void packs.get();
      return { ok: true, value: null };
    },

    match: ({ text, settings }, caller) =>
      inTurn(JSON.stringify(caller), () =>
        withPack(async ({ engine, index }) => {
          const { sensitivity, interfaceLanguage } = settings ?? (await readSettings());
          const spoken = languageFor({ interfaceLanguage });
          const matches = await matchInSlices(engine, text, sensitivity, turns);
          const items = matches.map(({ item }) => item);
          return { ok: true, value: { matches, ...titles(index, items, spoken) } };
        }),
      ),

    card: ({ item, passage }) =>
      withPack<CardData>(async ({ index }) => {
        const read = remembered((id) => index.entry(id));
        const card = cardOf(read, item, await language());
        if (card === null) return GONE;
        const figureOnPage = passage ? figureOn(read, card.item, passage) : null;
        return { ok: true, value: { ...card, figureOnPage } };
      }),

    coverage: () =>
      withPack(({ index }) => {
        const { id, name, version, date } = index.meta.pack;
        const entry = index.entry(PACK_ENTRY) as Entry | null;
        if (entry?.kind !== 'pack') return failure(new Error('The index does not say its extent.'));
        return { ok: true, value: { pack: id, name, version, date, ...entry.coverage } };
      }),

    titles: ({ items }) =>
      withPack(async ({ index }) => ({
        ok: true,
        value: titles(index, items, await language()).titles,
      })),

    topicNames: ({ topics }) =>
      withPack(async ({ index }) => {
        const spoken = await language();
        const read = remembered((id) => index.entry(id));
        const names = topics.flatMap((topic) => {
          const name = topicNameOf(read, topic, spoken);
          return name === null ? [] : [[topic, name] as const];
        });
        return { ok: true, value: Object.fromEntries(names) };
      }),

    topics: ({ items }) =>
      withPack(async ({ index }) => {
        const spoken = await language();
        const found = new Set(items);
        const read = remembered((id) => index.entry(id));
        const cards = [...found].map((item) => cardOf(read, item, spoken));
        return { ok: true, value: topicsOf(cards, found) };
      }),
  };
}
