import { openStore } from '../../utils/reading-list/store.ts';

/** Runs in the page whose browser is killed. */
export interface KillableList {
  /** Saves and edits without end, telling of each write when it begins and once it is confirmed. */
  write(name: string): Promise<void>;
  read(): Promise<{
    readonly records: readonly { readonly id: string; readonly edits: number }[];
    readonly broken: readonly string[];
  }>;
}

declare const begun: () => Promise<void>;
declare const confirmed: (id: string, edits: number) => Promise<void>;

/** Long enough that a write takes more than one page of the disk. */
const wordsOf = (name: string): string => `${name} `.repeat(800).slice(0, 12_000);
const noteOf = (edits: number): string => (edits === 0 ? '' : `${edits}:${'n'.repeat(20_000)}`);

const page = (name: string) => ({
  address: `https://news.example/${name}`,
  canonicalAddress: null,
  ...{ title: name, site: null, author: null, published: null, language: 'en' },
});

const killable: KillableList = {
  async write(name) {
    const store = await openStore();
    const writer = async (lane: number): Promise<void> => {
      for (let at = 0; ; at += 1) {
        const passage = `${name}-${lane}-${at}`;
        const selector = {
          exact: wordsOf(passage),
          prefix: '',
          suffix: '',
          start: at,
          end: at + 1,
        };
        void begun();
        const { id } = await store.savePassage({
          ...{ page: page(name), selector, language: 'en', match: null },
        });
        void confirmed(id, 0);
        for (let edits = 1; edits <= 2; edits += 1) {
          void begun();
          await store.update(id, { note: noteOf(edits) });
          void confirmed(id, edits);
        }
      }
    };
    await Promise.all([0, 1, 2, 3].map(writer));
  },

  async read() {
    const store = await openStore();
    const { pages, unreadable } = await store.list();
    store.close();
    const passages = pages.flatMap((listed) => listed.passages);
    const editsOf = (note: string): number => Number(note.split(':')[0] || 0);
    const isWhole = ({ selector, note }: (typeof passages)[number]): boolean =>
      selector.exact === wordsOf(selector.exact.split(' ')[0] ?? '') &&
      note === noteOf(editsOf(note));
    return {
      records: passages.map(({ id, note }) => ({ id, edits: editsOf(note) })),
      broken: [
        ...unreadable.map(({ message }) => message),
        ...passages.filter((passage) => !isWhole(passage)).map(({ id }) => id),
      ],
    };
  },
};

Object.assign(globalThis, { killable });
