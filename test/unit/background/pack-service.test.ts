import { describe, expect, it, vi } from 'vitest';
import {
  createPackService,
  keepGates,
  type LoadedPack,
} from '../../../entrypoints/background/pack-service.ts';
import type { IndexFile } from '../../../entrypoints/background/read-index-file.ts';
import { gateOf } from '../../../utils/match/gate.ts';
import { CheckSum } from '../../../utils/pack/check-sum.ts';
import { SHORTEST_INDEX } from '../../../utils/pack/index-format.ts';

const pack: LoadedPack = {
  index: {
    meta: {
      pack: { id: 'sample', name: 'Sample', version: '1', date: '2026-01-01' },
      subject: {
        parties: [{ id: 'a', names: { en: ['Alpha', 'Alphaland'], zh: ['甲'], ru: [] } }],
      },
    },
    entry: () => null,
  },
  engine: { match: () => [] },
};

const file: IndexFile = { bytes: new ArrayBuffer(8), sum: new CheckSum(SHORTEST_INDEX) };
const opener = () => () => pack;

describe('the installed pack', () => {
  it('is not loaded before it is needed, and once however many need it', async () => {
    const load = vi.fn(async () => file);
    const service = createPackService(load, opener);
    expect(load).not.toHaveBeenCalled();
    const answers = await Promise.all([service.get(), service.get(), service.gates()]);
    expect(load).toHaveBeenCalledOnce();
    expect(answers[0]).toEqual({ ok: true, value: pack });
  });

  it('says what is wrong with a broken index, with its own remedy, and is tried anew', async () => {
    const open = vi.fn<() => LoadedPack>();
    open.mockImplementationOnce(() => {
      throw Object.assign(new Error('The index is cut short.'), { remedy: 'Build it again.' });
    });
    open.mockReturnValueOnce(pack);
    const service = createPackService(
      async () => file,
      () => open,
    );
    expect(await service.get()).toMatchObject({
      ok: false,
      error: { message: 'The index is cut short.', remedy: 'Build it again.' },
    });
    expect((await service.get()).ok).toBe(true);
  });

  it('lays its gates where pages can read them', async () => {
    const set = vi.fn(async () => undefined);
    await keepGates(
      createPackService(async () => file, opener),
      { set },
    );
    expect(set).toHaveBeenCalledWith({ gates: [gateOf('sample', pack.index.meta.subject)] });
  });

  it('leaves the gates as they were where it cannot be loaded', async () => {
    const set = vi.fn(async () => undefined);
    const broken = createPackService(async () => {
      throw new Error('missing');
    }, opener);
    await expect(keepGates(broken, { set })).rejects.toThrow('missing');
    expect(set).not.toHaveBeenCalled();
  });
});
