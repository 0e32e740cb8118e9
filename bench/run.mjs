// What a person waits for: wall time and peak memory of whole processes, as ratios to an empty Node started right before,
// so that the numbers mean the same on another machine.
//
// Time: pairs A B A B …, A = `node -e 0`, B = `po rebalance` with all files written; the median of B/A over the pairs.
// Memory: further, unclocked pairs. With GNU time, the kernel's maximum resident set of the process; elsewhere the same figure
// as Node itself sees it on exit (`process.resourceUsage().maxRSS`).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { account } from './accounts.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    n: { type: 'string', default: '20' },
    sizes: { type: 'string', default: '30,1000' },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log('npm run bench -- [--n 20] [--sizes 30,1000] [--keep]   --keep leaves the generated accounts and plans');
  console.log('npm run bench -- batch [--n 3]   accounts a second, and memory, of po batch (needs GNU time)');
  console.log('npm run bench -- problems [--n 20]   the solvers on problems whose optima are known, in process');
  process.exit(0);
}
if (positionals[0] === 'problems') {
  const { problems } = await import('./problems.mjs');
  problems(Number(values.n));
  process.exit(0);
}

const pairs = Number(values.n);
const program = path.resolve(import.meta.dirname, '../dist/po.js');
const folder = mkdtempSync(path.join(tmpdir(), 'po-bench-'));
const gnuTime = spawnSync('/usr/bin/time', ['-f', '%M', 'true'], { encoding: 'utf8' });
const hasGnuTime = gnuTime.status === 0 && /^\d+\s*$/.test(gnuTime.stderr);

// A certificate bundle that Node loads at start would be measured with both, and make every ratio look better.
/** @type {NodeJS.ProcessEnv} */
const environment = { ...process.env, NO_COLOR: '1' };
delete environment['NODE_EXTRA_CA_CERTS'];
delete environment['NODE_OPTIONS'];

if (positionals[0] === 'batch') {
  const { batch } = await import('./batch.mjs');
  batch(program, environment, Number(values.n), [1_000, 4_000]);
  process.exit(0);
}

try {
  console.log(
    `node ${process.version}, ${pairs} pairs, memory by ${hasGnuTime ? 'GNU time' : 'process.resourceUsage()'}\n`,
  );
  for (const size of values.sizes.split(',').map(Number)) report(size);
  if (values.keep) console.log(`\nkept: ${folder}`);
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}

/** @param {number} size */
function report(size) {
  const place = path.join(folder, String(size));
  mkdirSync(place, { recursive: true });
  const { portfolio, market } = account(size);
  writeFileSync(path.join(place, 'Portfolio.md'), portfolio);
  writeFileSync(path.join(place, 'market.json'), market);

  const empty = ['-e', '0'];
  const rebalance = [program, 'rebalance', path.join(place, 'Portfolio.md'), '--now', '2026-01-08T16:00:00-05:00'];
  explainFirstRun(size, place, rebalance);
  print(`${size} holdings, time`, 'ms', measure(empty, rebalance, milliseconds));
  print(`${size} holdings, memory`, 'MiB', measure(empty, rebalance, mebibytes));
}

/**
 * The verdict colours the exit code, so it is shown and not judged; that nothing was planned at all would be a false record.
 * @param {number} size
 * @param {string} place
 * @param {string[]} args
 */
function explainFirstRun(size, place, args) {
  const { status, stderr } = run(args);
  const planned = existsSync(path.join(place, 'plans'));
  console.log(
    `${size} holdings: exit code ${status}${planned ? '' : ', NO PLAN WRITTEN: the figures below measure a refusal'}`,
  );
  if (!planned) console.log(stderr.split('\n').slice(0, 10).join('\n'));
}

/**
 * @param {string[]} a
 * @param {string[]} b
 * @param {(args: string[]) => number} figure
 */
function measure(a, b, figure) {
  figure(a); // warm the file cache
  figure(b);
  return Array.from({ length: pairs }, () => ({ a: figure(a), b: figure(b) }));
}

/** @param {string[]} args */
function milliseconds(args) {
  const started = performance.now();
  run(args);
  return performance.now() - started;
}

/** @param {string[]} args */
function mebibytes(args) {
  const note = path.join(folder, 'memory.txt');
  if (hasGnuTime) {
    spawnSync('/usr/bin/time', ['-q', '-f', '%M', '-o', note, process.execPath, ...args], {
      env: environment,
      stdio: 'ignore',
    });
  } else {
    const hook = path.join(folder, 'memory.cjs');
    writeFileSync(
      hook,
      `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(note)}, String(process.resourceUsage().maxRSS)));`,
    );
    run(['--require', hook, ...args]);
  }
  return Number(readFileSync(note, 'utf8').trim()) / 1024;
}

/** @param {string[]} args */
function run(args) {
  return spawnSync(process.execPath, args, { env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * @param {string} what
 * @param {string} unit
 * @param {{ a: number, b: number }[]} measured
 */
function print(what, unit, measured) {
  const ratios = measured.map(({ a, b }) => b / a).sort((x, y) => x - y);
  const [least, most] = [ratios[0] ?? NaN, ratios.at(-1) ?? NaN];
  const absolute = `${median(measured.map(({ a }) => a)).toFixed(0)} → ${median(measured.map(({ b }) => b)).toFixed(0)} ${unit}`;
  console.log(
    `  ${what}: ×${median(ratios).toFixed(2)} (min ${least.toFixed(2)}, max ${most.toFixed(2)}; ${absolute})`,
  );
}

/** @param {number[]} figures */
function median(figures) {
  const sorted = [...figures].sort((x, y) => x - y);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}
