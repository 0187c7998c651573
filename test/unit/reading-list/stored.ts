import type { IDBPDatabase } from 'idb';
import { samplePassage } from './samples.ts';

const AT = '2026-01-01T00:00:00.000Z';
const { selector, match } = samplePassage();

const page = {
  schema: 1,
  id: 'page-1',
  savedAt: AT,
  isEntry: false,
  note: '',
  tags: [],
  status: 'to-read',
  edited: {},
  deletedAt: null,
  address: 'https://news.example/a',
  forms: ['https://news.example/a'],
  title: 'Talks',
  site: null,
  author: null,
  published: null,
  language: 'en',
};

const passage = {
  schema: 1,
  id: 'passage-1',
  savedAt: AT,
  page: 'page-1',
  note: 'kept',
  tags: ['a'],
  status: 'reading',
  edited: { note: AT },
  deletedAt: null as string | null,
  source: 'https://news.example/a',
  selector,
  language: 'en',
  match,
};

/** One that this program cannot read, one that was deleted. */
const others = [
  { ...passage, id: 'broken', source: 'javascript:1', later: { kept: 'as it is' } },
  { ...passage, id: 'passage-2', deletedAt: AT },
];

/** A list as one version of the program left it on the disk. */
interface StoredList {
  readonly version: number;
  readonly make: (database: IDBPDatabase) => void;
  readonly pages: readonly (typeof page)[];
  readonly passages: readonly (typeof passage)[];
}

/** An example of every version, written out as it was, never by the program of today. */
export const STORED: readonly StoredList[] = [
  {
    version: 1,
    make(database) {
      const pages = database.createObjectStore('pages', { keyPath: 'id' });
      pages.createIndex('byForm', 'forms', { multiEntry: true });
      database.createObjectStore('passages', { keyPath: 'id' }).createIndex('byPage', 'page');
    },
    pages: [page],
    passages: [passage, ...others],
  },
  {
    version: 2,
    make(database) {
      const pages = database.createObjectStore('pages', { keyPath: 'id' });
      pages.createIndex('byForm', 'forms', { multiEntry: true });
      pages.createIndex('bySaved', 'savedAt');
      const passages = database.createObjectStore('passages', { keyPath: 'id' });
      passages.createIndex('byPage', 'page');
      passages.createIndex('bySaved', 'savedAt');
    },
    pages: [page],
    passages: [passage, ...others],
  },
  {
    version: 3,
    make(database) {
      const pages = database.createObjectStore('pages', { keyPath: 'id' });
      pages.createIndex('byForm', 'forms', { multiEntry: true });
      pages.createIndex('bySaved', 'savedAt');
      const passages = database.createObjectStore('passages', { keyPath: 'id' });
      passages.createIndex('byPage', 'page');
      passages.createIndex('bySaved', 'savedAt');
      passages.createIndex('byDeleted', 'deletedAt');
    },
    pages: [page],
    passages: [passage, ...others],
  },
];
