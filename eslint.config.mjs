import tseslint from 'typescript-eslint';

/** What a pure room may not touch: it would make the verdict depend on more than its arguments. */
const effectGlobals = [
  'process',
  'console',
  'performance',
  'crypto',
  'fetch',
  'WebSocket',
  'navigator',
  'globalThis',
  'global',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      'reports/',
      '.stryker-tmp/',
      'fixtures/',
      'examples/',
      'src/report/compiled-templates.js',
      'src/report/compiled-codes.js',
      'src/cli/compiled-defaults.js',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }], // bigint is a number here
      '@typescript-eslint/no-unsafe-unary-minus': 'off', // does not see that a branded bigint is a bigint
      '@typescript-eslint/consistent-type-definitions': 'off', // unions are types, shapes are interfaces: both are needed
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
      '@typescript-eslint/strict-boolean-expressions': [
        'error',
        { allowString: false, allowNumber: false, allowNullableObject: true, allowNullableBoolean: false },
      ],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-param-reassign': 'error',
      'object-shorthand': 'error',
      'max-depth': ['error', 3],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...effectGlobals.map((name) => ({ name, message: 'Effects live in src/cli; take it as an argument.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock is an argument (--now).' },
        { object: 'Math', property: 'random', message: 'The verdict is a pure function of its inputs.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'The clock is an argument (--now).',
        },
        { selector: 'CallExpression[callee.name="Date"]', message: 'The clock is an argument (--now).' },
        {
          selector: 'CallExpression[callee.property.name=/^(toLocale.*|localeCompare)$/]',
          message: 'Same bytes out in any locale: compare and print without one.',
        },
        {
          selector: 'ClassDeclaration, ClassExpression',
          message: 'No classes in the core: a type and the functions beside it.',
        },
        {
          selector: 'Identifier[name="parseFloat"]',
          message: 'Money is never a binary float: read it with model/units.',
        },
        {
          selector: 'ImportDeclaration[source.value="zod"] > :matches(ImportSpecifier, ImportDefaultSpecifier)',
          message: "Write import * as z from 'zod': it bundles to a seventh of the size.",
        },
        { selector: 'ImportExpression', message: 'Only the shell loads lazily.' },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.recommended],
    rules: { eqeqeq: 'error' },
  },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
