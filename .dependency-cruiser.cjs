// Who may import whom. This table is the whole law; the rules below only spell it out for the tool.
// A room that is not in the table may not exist. `packages` are the npm packages a room may use.
const mayImport = {
  model: { rooms: [], packages: [] },
  parse: {
    rooms: ['model'],
    packages: [
      '@humanwhocodes/momoa',
      'csv-parse',
      'mdast',
      'mdast-util-to-string',
      'remark-gfm',
      'remark-parse',
      'unified',
      'zod',
    ],
  },
  validate: { rooms: ['model'], packages: ['zod'] },
  amend: { rooms: ['model', 'parse'], packages: [] },
  journal: { rooms: ['model'], packages: ['zod'] },
  report: { rooms: ['model'], packages: [] },
  optimise: { rooms: ['model'], packages: [] },
  steps: { rooms: ['model', 'parse', 'validate', 'optimise'], packages: [] },
  explain: { rooms: ['model', 'validate', 'steps'], packages: [] },
  repair: { rooms: ['model', 'steps'], packages: [] },
  cli: {
    rooms: ['model', 'parse', 'validate', 'amend', 'journal', 'optimise', 'steps', 'explain', 'repair', 'report'],
    packages: ['commander'],
  },
};

// The only rooms with effects: files, streams, clock, process.
const roomsWithEffects = ['cli'];

// In these folders every file stands alone: adding one never touches another.
const siblings = ['parse/brokers', 'report/sections', 'validate/constraints', 'validate/criteria', 'validate/trust'];

const either = (names) => `(?:${names.map((name) => name.replaceAll('.', '\\.')).join('|')})`;
const rooms = Object.keys(mayImport);
const onThePlan = `^src/${either(rooms)}/`;

const roomRules = Object.entries(mayImport).flatMap(([room, may]) => [
  {
    name: `${room}-imports-rooms`,
    comment: `${room} may import ${may.rooms.join(', ') || 'no other room'}`,
    severity: 'error',
    from: { path: `^src/${room}/` },
    to: { path: '^src/', pathNot: `^src/${either([room, ...may.rooms])}/` },
  },
  {
    name: `${room}-imports-packages`,
    comment: `${room} may use ${may.packages.join(', ') || 'no package'}`,
    severity: 'error',
    from: { path: `^src/${room}/` },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-no-pkg', 'npm-unknown', 'npm-bundled'],
      ...(may.packages.length > 0 && { pathNot: `node_modules/(?:@types/)?${either(may.packages)}/` }),
    },
  },
]);

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'siblings-stand-alone',
      comment: 'two constraints (criteria, trust checks, sections, brokers) never import each other',
      severity: 'error',
      from: { path: `^src/(${either(siblings)})/([^/.]+)` },
      to: { path: '^src/$1/', pathNot: '^src/$1/$2[./]' },
    },
    {
      name: 'core-only-in-rooms-with-effects',
      comment: 'no Node core module outside the shell: the rest is a pure function of its arguments',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${either(roomsWithEffects)}/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-network',
      comment: 'it never places an order: no network at all, not even in the shell',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'], path: '^(?:node:)?(?:dgram|dns|http|http2|https|inspector|net|tls)(?:/|$)' },
    },
    {
      name: 'room-not-on-the-plan-imports',
      comment: 'every file lives in a room of the table mayImport',
      severity: 'error',
      from: { path: '^src/', pathNot: onThePlan },
      to: {},
    },
    {
      name: 'room-not-on-the-plan-is-imported',
      comment: 'every file lives in a room of the table mayImport',
      severity: 'error',
      from: {},
      to: { path: '^src/', pathNot: onThePlan },
    },
    { name: 'no-cycles', comment: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'a file that nothing imports and that imports nothing is unused',
      severity: 'error',
      from: { orphan: true, pathNot: ['^src/cli/main\\.ts$', '\\.d\\.ts$'] },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'the import cannot be resolved (a missing file, or `npm run build` has not run yet)',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.d.ts', '.js', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
