import { expect, it } from 'vitest';
import { classify, createCharClasses } from '../../../utils/match/char-classes.ts';

it('tells of every unit what Unicode says of it, also of those it never asks about', () => {
  const classOf = createCharClasses();
  const wrong: string[] = [];
  for (let code = 0; code < 0x10000; code++) {
    if (classOf(code) !== classify(code)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

it('says the same of a unit the second time, and takes what is no unit for a separator', () => {
  const classOf = createCharClasses();
  for (const code of [0x41, 0x451, 0x3007, 0x200b]) expect(classOf(code)).toBe(classOf(code));
  expect(classOf(Number.NaN)).toBe(0);
});
