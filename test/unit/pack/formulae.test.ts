import { describe, expect, test } from 'vitest';
import { bundledPack } from '../../support/bundled-pack.ts';

const pack = bundledPack();
const dateOf = new Map(pack.documents.map(({ id, date }) => [id, date]));

/** The texts that both sides issued together, by year. */
const YEARS = ['1997', '2001', '2021', '2022', '2023', '2024', '2025', '2026'];

describe('formulae by document', () => {
  test('every formula is followed from 1997 to 2026, document by document', () => {
    for (const { id, in_documents } of pack.formulae) {
      const years = in_documents.map(({ document }) => dateOf.get(document)?.slice(0, 4));
      expect([...new Set(years)], id).toEqual(expect.arrayContaining(YEARS));
    }
  });

  test('no document stands twice in a line', () => {
    for (const { id, in_documents } of pack.formulae) {
      const documents = in_documents.map(({ document }) => document);
      expect(new Set(documents).size, id).toBe(documents.length);
    }
  });

  test('whatever was seen, changed or missed has evidence, and the unknown says why', () => {
    for (const { id, in_documents } of pack.formulae)
      for (const { document, status, evidence = [], note } of in_documents) {
        if (status === 'unknown') expect(note, `${id} ${document}`).toBeDefined();
        else expect(evidence.length, `${id} ${document}`).toBeGreaterThan(0);
      }
  });

  test('a changed wording is given', () => {
    const changed = pack.formulae.flatMap((formula) =>
      formula.in_documents.filter(({ status }) => status === 'changed'),
    );
    expect(changed.length).toBeGreaterThan(3);
    for (const { wording } of changed) expect(wording).toBeTruthy();
  });
});
