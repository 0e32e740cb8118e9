// The one gate: every step runs, also after a failure, and the end says which failed. `--except tests` leaves a step out.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/** @type {Record<string, string>} in the order in which a person wants to hear of them */
const steps = {
  build: 'node scripts/build.mjs',
  types: 'tsc --noEmit',
  lint: 'eslint --max-warnings 0 --cache --cache-location node_modules/.cache/eslint/ .',
  format: 'prettier --check --cache --log-level warn .',
  layers: 'node scripts/layers.mjs',
  unused: 'knip --no-progress',
  schema: 'node scripts/schema.mjs --check',
  man: 'node scripts/man.mjs --check',
  tests: 'vitest run',
};

const { values } = parseArgs({ options: { except: { type: 'string', multiple: true, default: [] } } });
const unknown = values.except.filter((name) => !(name in steps));
if (unknown.length > 0) throw new Error(`no such step: ${unknown.join(', ')}`);

const outcomes = Object.entries(steps).map(([name, command]) => {
  if (values.except.includes(name)) return { name, mark: 'left out', failed: false };
  console.log(`\n── ${name}: ${command}`);
  const started = performance.now();
  const { status } = spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'], env: environment() });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return { name, mark: `${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`, failed: status !== 0 };
});

console.log(`\n${outcomes.map(({ name, mark }) => `${name.padEnd(8)} ${mark}`).join('\n')}`);
const failed = outcomes.filter((outcome) => outcome.failed).map(({ name }) => name);
console.log(failed.length === 0 ? '\ncheck passed' : `\ncheck FAILED: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** The tools of node_modules by name, also when this script is not started by npm. */
function environment() {
  return { ...process.env, PATH: `node_modules/.bin:${process.env['PATH'] ?? ''}` };
}
