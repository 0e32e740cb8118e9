import fc from 'fast-check';

const soak = process.env['SOAK'] !== undefined;

/** Fixed, so that `npm test` says the same each time; SEED=… tries other accounts. fast-check prints it on failure. */
export const SEED = Number(process.env['SEED'] ?? 20_260_108);

/** How many random cases: many more when soaking. */
export const runs = (count: number): { readonly numRuns: number; readonly seed: number } => ({
  numRuns: soak ? count * 25 : count,
  seed: SEED,
});

/** Some values of an arbitrary, always the same ones. */
export const some = <T>(arbitrary: fc.Arbitrary<T>, count: number): readonly T[] =>
  fc.sample(arbitrary, { numRuns: count, seed: SEED });

/** Long enough for any hook when soaking. */
export const HOURS = 3_600_000;
