import { expect, test } from 'vitest';
import { killAndReadAgain } from '../../support/killed-browser.ts';

/** `PARALLAX_KILLS=50` kills more often; each kill takes some three seconds. */
const KILLS = Number(process.env.PARALLAX_KILLS ?? 5);

test(
  'a browser killed in the middle of writes loses no confirmed record and leaves none half-written',
  async () => {
    const rounds = await killAndReadAgain(KILLS);
    const sum = (of: (round: (typeof rounds)[number]) => number): number =>
      rounds.reduce((all, round) => all + of(round), 0);
    console.log(
      `${KILLS} kills: ${sum((r) => r.begun)} writes begun, ${sum((r) => r.confirmed)} confirmed, ` +
        `${sum((r) => r.lost.length)} lost, ${sum((r) => r.broken.length)} broken`,
    );
    for (const round of rounds) {
      expect(round.confirmed).toBeGreaterThan(0);
      expect(round).toMatchObject({ lost: [], broken: [] });
    }
    // A kill that always fell between two writes would show nothing.
    expect(sum((r) => r.begun)).toBeGreaterThan(sum((r) => r.confirmed));
  },
  KILLS * 30_000,
);
