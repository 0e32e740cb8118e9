/** Chance that falls the same way for the same seed. */
export interface Dice {
  /** A whole number from 0 up to, not including, `sides`. */
  readonly roll: (sides: number) => number;
  /** Whether something that happens in `permille` of a thousand cases happens now. */
  readonly happens: (permille: number) => boolean;
  /** One of these. */
  readonly pick: <T>(choices: readonly T[]) => T;
}

/** Dice that depend on nothing but the seed (mulberry32). */
export const diceOf = (seed: number): Dice => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const roll = (sides: number): number => Math.floor(next() * sides);
  return {
    roll,
    happens: (permille) => next() * 1000 < permille,
    pick: (choices) => {
      const choice = choices[roll(choices.length)];
      if (choice === undefined) throw new Error('nothing to pick from');
      return choice;
    },
  };
};
