/** The gates of the packs that come with the extension; see `scripts/build/pack-gates.ts`. */
declare module 'virtual:pack-gates' {
  export const PACK_GATES: readonly import('../../utils/match/gate.ts').Gate[];
}
