import { defineConfig } from 'vitest/config';

// Mutants live in the pure rooms, and so do the tests that are to see them: those that start the built program or inspect the
// checkout cannot, and whole stories take too long for every mutant.
export default defineConfig({
  test: {
    include: ['test/{model,validate,steps}/**/*.test.ts', 'test/acceptance.test.ts'],
    testTimeout: 60_000,
  },
});
