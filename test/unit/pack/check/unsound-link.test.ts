import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPack } from '../../../support/small-pack.ts';

const OTHER = `  - id: treaty-bridge-free
    title: "Bridge free of tolls"
    subject: bridge
    speaker: "joint text"
    texts: {en: {text: "bridge shall be open", rendering: treaty-text, source: {file: "gazette.txt", offset: 4, end: 24}}}
    alignment: english-only
`;

function faultsOf(links: string) {
  const files = smallPack().set('links.yaml', `links:\n${links}`);
  const file = 'clauses/river-treaty-1901.yaml';
  files.set(file, `${files.get(file)}${OTHER}`);
  return checkPack(files, smallContext()).faults;
}

test('a link of two clauses passes', () => {
  const link = '  - {relation: other-side, clauses: [treaty-bridge-open, treaty-bridge-free]}\n';
  expect(faultsOf(link)).toEqual([]);
});

test('a clause linked with itself is reported', () => {
  const link = '  - {relation: same-formula, clauses: [treaty-bridge-open, treaty-bridge-open]}\n';
  expect(faultsOf(link)).toMatchObject([
    { file: 'links.yaml', line: 2, message: 'links "treaty-bridge-open" with itself' },
  ]);
});

test('a pair that two links join is reported, in whichever order it stands', () => {
  const links = [
    '  - {relation: same-formula, clauses: [treaty-bridge-open, treaty-bridge-free]}',
    '  - {relation: same-position, clauses: [treaty-bridge-free, treaty-bridge-open]}',
  ].join('\n');
  expect(faultsOf(links)).toMatchObject([{ file: 'links.yaml', line: 3 }]);
});

test('a link to a clause that does not exist is reported', () => {
  const link = '  - {relation: same-formula, clauses: [treaty-bridge-open, treaty-bridge-lost]}\n';
  expect(faultsOf(link)).toMatchObject([
    { message: 'refers to the clause "treaty-bridge-lost", which does not exist' },
  ]);
});

test('the other side is one', () => {
  const clauses = '[treaty-bridge-open, treaty-bridge-free, treaty-bridge-open]';
  expect(faultsOf(`  - {relation: other-side, clauses: ${clauses}}\n`)).toMatchObject([
    { message: 'links "treaty-bridge-open" with itself' },
    { message: 'names more than two for "other-side"' },
  ]);
});
