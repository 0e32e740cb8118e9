import { defineConfig } from 'vitest/config';

// Mutants live in the pure rooms: tests that start the built program or inspect the checkout cannot see them.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/tidy.test.ts', 'test/layers.test.ts', 'test/binary*.test.ts'],
    testTimeout: 60_000,
  },
});
