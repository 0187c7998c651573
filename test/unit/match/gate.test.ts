import { describe, expect, it } from 'vitest';
import { gateOf, listenAtGates, passesGate } from '../../../utils/match/gate.ts';
import { SUBJECT } from '../../support/matching.ts';

const GATE = gateOf('small', SUBJECT);
const WITH_HALLMARKS = gateOf('small', {
  ...SUBJECT,
  hallmarks: { en: ['Bridge of All', 'free crossing', 'both shores'], zh: ['两岸'], ru: [] },
});

describe('3.1 the subject gate', () => {
  it.each([
    'Northland and Southland',
    'Southland. Much later: Northlanders',
    '北国和南国',
    'Северия и Южания',
    'Северия и 南国',
    'North\u00adland and South\u200bland',
    'North\ufeffland\u00a0and Southland',
  ])('3.1 lets a text through that names every party in any language: %s', (text) => {
    expect(passesGate(text, [GATE])).toBe(true);
  });

  it.each(['Northland and Eastland', 'Southland', 'northland and southland', '北 国和南国', ''])(
    '3.1 near miss: stops %j',
    (text) => {
      expect(passesGate(text, [GATE])).toBe(false);
    },
  );

  it('3.1 opens where one of several packs opens, and never without a pack', () => {
    const other = gateOf('other', {
      parties: [{ id: 'moon', names: { en: ['Moonland'], zh: [], ru: [] } }],
    });
    expect(passesGate('Moonland', [GATE, other])).toBe(true);
    expect(passesGate('Northland', [GATE, other])).toBe(false);
    expect(passesGate('Northland and Southland', [])).toBe(false);
  });

  it('3.1 keeps the shortest of names that contain each other, since it finds the longer too', () => {
    expect(GATE.parties[0]).toEqual(['北国', 'Северия', 'Северией', 'Northland']);
  });

  it('3.1 is plain data, so that it can be sent and stored', () => {
    expect(JSON.parse(JSON.stringify(WITH_HALLMARKS))).toEqual(WITH_HALLMARKS);
  });

  it('3.1 hears a text in slices as it hears the whole', () => {
    const listen = listenAtGates([GATE]);
    expect(listen('Southland ')).toBe(false);
    expect(listen('and more ')).toBe(false);
    expect(listen('of Northland')).toBe(true);
  });
});

describe('3.5 hallmarks', () => {
  it('3.5 three different ones stand for the other party, in any case', () => {
    const text = 'Northland: the BRIDGE OF ALL has free crossing on both shores';
    expect(passesGate(text, [WITH_HALLMARKS])).toBe(true);
  });

  it('3.5 those heard before the party is named count too', () => {
    const listen = listenAtGates([WITH_HALLMARKS]);
    expect(listen('The bridge of all has free crossing')).toBe(false);
    expect(listen('on both shores')).toBe(false);
    expect(listen('of Northland')).toBe(true);
  });

  it.each([
    'Northland: the bridge of all, and free crossing',
    'Northland: both shores, both shores, both shores',
    'the bridge of all has free crossing on both shores',
  ])('3.5 near miss: fewer do not: %s', (text) => {
    expect(passesGate(text, [WITH_HALLMARKS])).toBe(false);
  });

  it('3.5 near miss: a pack without hallmarks is not opened by none', () => {
    expect(passesGate('anything', [GATE])).toBe(false);
  });
});
