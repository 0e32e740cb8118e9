import { defineConfig } from 'vitest/config';

// `--mode golden` rewrites expected files, `--mode soak` lets property tests run long; the tests read the variable.
const environments: Readonly<Record<string, Record<string, string>>> = {
  golden: { GOLDEN: 'write' },
  soak: { SOAK: '1' },
};

export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    env: environments[mode] ?? {},
    pool: 'threads',
    maxWorkers: '100%', // one for each core; the default leaves one idle
    testTimeout: mode === 'soak' ? 3_600_000 : 60_000,
    hookTimeout: 60_000,
    // The CI script reads its one summary line from this report.
    reporters: process.env['CI'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: '.vitest-report.json' },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.d.ts'],
      reporter: ['text-summary', 'html'],
    },
  },
}));
