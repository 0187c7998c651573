import { describe, expect, test } from 'vitest';
import { addItem, NewItemError } from '../../../scripts/packs/new-item.ts';
import { formatFault } from '../../../utils/pack/fault.ts';
import { readPack } from '../../../utils/pack/load.ts';
import { smallPack } from '../../support/small-pack.ts';

const KINDS = [
  ['clause', 'treaty-bridge-free', 'river-treaty-1901'],
  ['claim', 'claim-tolls-1901', 'trade'],
  ['framing', 'framing-bridge-for-trade', 'openness'],
] as const;

function blankLines(file: string, text: string): string[] {
  return text.split('\n').flatMap((line, at) => (line.includes('""') ? `${file}:${at + 1}` : []));
}

describe.each(KINDS)('a new %s', (kind, id, home) => {
  test('fits the format but for the blanks that it names', () => {
    const { files } = addItem(smallPack(), kind, id, home);
    const { faults } = readPack(new Map([...smallPack(), ...files]));
    const faulty = new Set(faults.map(({ file, line }) => `${file}:${line}`));
    const blank = [...files].flatMap(([file, text]) => blankLines(file, text));
    expect(blank.length).toBeGreaterThan(5);
    expect([...faulty].sort(), faults.map(formatFault).join('\n')).toEqual(blank.sort());
  });

  test('stands at the end of its file, and the rest is kept to the letter', () => {
    const before = smallPack();
    for (const [file, text] of addItem(before, kind, id, home).files) {
      expect(text.startsWith(before.get(file) ?? '')).toBe(true);
      expect(text).toContain(`- id: ${id}\n`);
    }
  });

  test('begins a file where there is none', () => {
    const known = kind === 'clause' ? home : 'another';
    const files = smallPack();
    files.delete('clauses/river-treaty-1901.yaml');
    const [[file, text] = ['', '']] = addItem(files, kind, id, known).files;
    expect(file).toContain(`/${known}.yaml`);
    expect(text).toMatch(/^(?:document|claims|id):/);
  });
});

test.each([
  ['clause', 'treaty-bridge-open', 'river-treaty-1901', 'in use'],
  ['clause', 'B1', 'river-treaty-1901', 'lower-case'],
  ['clause', 'treaty-bridge-free', 'no-such-document', 'no document'],
  ['clause', 'treaty-bridge-free', null, '--in NAME'],
  ['claim', 'tolls-1901', 'trade', 'begins with "claim-"'],
  ['framing', 'bridge', 'openness', 'begins with "framing-"'],
] as const)('a %s named %s in %s is refused: %s', (kind, id, home, reason) => {
  expect(() => addItem(smallPack(), kind, id, home)).toThrow(NewItemError);
  expect(() => addItem(smallPack(), kind, id, home)).toThrow(reason);
});

test('a new claim has a key for its figure, and its wordings say how to leave the figure open', () => {
  const texts = [...addItem(smallPack(), 'claim', 'claim-tolls-1901', 'trade').files.values()];
  expect(texts.join('\n')).toContain('- {key: "", value: ""');
  expect(texts.join('\n')).toContain('{key} stands for the figure');
  const framing = addItem(smallPack(), 'framing', 'framing-bridge', 'openness').files;
  expect([...framing.values()].join('\n')).not.toContain('{key}');
});
