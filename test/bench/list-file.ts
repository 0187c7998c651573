import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../scripts/root.ts';

const PROSE = path.join(ROOT, 'node_modules/typescript/ThirdPartyNoticeText.txt');
const HAN = '双方强调不针对第三方关系稳定发展友好世界和平国际秩序主权平等合作共赢多边贸易';
/** Passages on a page. */
const ON_PAGE = 8;

/** A file of our own format with that many passages of some 25 words, most with an original wording. */
export function listFile(passages: number): string {
  const words = readFileSync(PROSE, 'utf8').match(/[A-Za-z]+/g) ?? [];
  let state = 7;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  // Squared, so that some words are frequent and most are rare, as in a language.
  const prose = (count: number): string =>
    Array.from({ length: count }, () => words[Math.floor(next() * next() * words.length)]).join(
      ' ',
    );
  const han = (count: number): string =>
    Array.from({ length: count }, () => HAN[Math.floor(next() * HAN.length)]).join('');
  const shared = (at: number) => ({
    schema: 1,
    note: at % 4 === 0 ? prose(12) : '',
    tags: at % 3 === 0 ? [`tag ${at % 40}`] : [],
    status: ['to-read', 'reading', 'done'][at % 3],
    savedAt: new Date(1.7e12 + at * 400_000).toISOString(),
    ...{ edited: {}, deletedAt: null, language: 'en' },
  });
  const addressOf = (page: number): string => `https://site${page % 300}.example/${page}`;
  const pages = Array.from({ length: Math.ceil(passages / ON_PAGE) }, (_, page) => ({
    ...shared(page * ON_PAGE),
    ...{ id: `page-${page}`, address: addressOf(page), forms: [addressOf(page)] },
    ...{ title: prose(9), site: `Site ${page % 300}`, author: prose(2), published: '2025-05-09' },
    isEntry: page % 10 === 0,
  }));
  const records = Array.from({ length: passages }, (_, at) => {
    const page = Math.floor(at / ON_PAGE);
    const exact = `${prose(25)} x${at}`;
    const start = (at % ON_PAGE) * 900;
    return {
      ...shared(at),
      ...{ id: `passage-${at}`, page: `page-${page}`, source: addressOf(page) },
      selector: { exact, prefix: prose(6), suffix: prose(6), start, end: start + exact.length },
      match: {
        ...{ item: `clause.${at % 500}`, kind: 'clause', degree: 'partial' },
        ...{ topic: `topic.${at % 24}`, title: `Clause ${at % 500}` },
        original: at % 5 === 0 ? null : { text: han(40), language: 'zh-Hans' },
        ...{ attribution: 'Joint statement, 8 May 2025', pack: 'bench', packVersion: '1' },
      },
    };
  });
  return JSON.stringify({
    ...{ format: 'parallax-reading-list', version: 1, exportedAt: '2026-01-01T00:00:00.000Z' },
    ...{ pages, passages: records, unreadable: [] },
  });
}
