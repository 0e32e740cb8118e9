export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: true },
  // A mutant that does not compile is no mutant: the branded units make many of them.
  checkers: ['typescript'],
  tsconfigFile: 'tsconfig.json',
  mutate: ['src/model/**/*.ts', 'src/validate/**/*.ts', 'src/steps/**/*.ts'],
  // It cannot copy links; the mistakes that have one are left to the other tests.
  ignorePatterns: ['dist', 'coverage', 'reports', 'bench', 'fixtures/mistakes/output-is-a-link*'],
  concurrency: 2,
  incremental: false,
  thresholds: { high: 90, low: 80, break: 70 },
  reporters: ['clear-text', 'progress', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
};
