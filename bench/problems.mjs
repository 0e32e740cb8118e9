// The solvers of src/optimise on the problems whose optima are known, with the time that each takes in this process: the first
// run (cold), and the median of the others. Times are of this machine; the figures must be the same on every one.
import { build } from 'esbuild';
import path from 'node:path';
import { readProblem, withTolerance } from './problems/read-problem.mjs';

const room = path.resolve(import.meta.dirname, '../src/optimise');
const { roundFreely } = await solver('round-freely');
const { fewestOrders } = await solver('fewest-orders');
const { nearestSectors } = await solver('nearest-sectors');

const WAYS = 50_000_000;
const EFFORT = 20_000;
const PENALTY = 1_000; // a dollar by which a sector misses its target weighs as much as 1,000 dollars of turnover

/** What is known of each problem: the proven optimum, or the best that is known and a bound. */
const KNOWN = {
  p30: { off: '43.465', sectors: '106.582 (proven)', orders: [11, 10, 8] },
  p1000: { off: '32.510', sectors: '542.36 (bound 542.08)', orders: [10, 4, 1] },
};

/** @param {number} runs how often each is solved */
export function problems(runs) {
  for (const name of /** @type {const} */ (['p30', 'p1000'])) report(name, runs);
}

/**
 * @param {'p30' | 'p1000'} name
 * @param {number} runs
 */
function report(name, runs) {
  const problem = readProblem(name);
  const { names, purse, total, sectors, cash } = problem;
  console.log(`${name}: ${names.length} names`);

  const rounded = timed(runs, () => roundFreely(names, purse, WAYS));
  const proven = rounded.result.bound === rounded.result.off;
  line(
    'whole shares, bp',
    `${decimals(rounded.result.off * 10_000n, total)}${proven ? ' proven' : ''}`,
    KNOWN[name].off,
    rounded,
  );

  for (const [at, tolerance] of [10, 50, 100].entries()) {
    const asked = withTolerance(problem, tolerance);
    const found = timed(runs, () => fewestOrders(asked.sectors, asked.cash, { smallest: 0n, effort: EFFORT }));
    const { orders, bound } = found.result;
    const said = orders === bound ? `${orders} proven` : `${orders}, at least ${bound}`;
    line(`orders, sectors within ${tolerance} bp`, said, `${KNOWN[name].orders[at]}`, found);
  }

  const terms = { spendable: cash - purse.cashFloor, penalty: PENALTY, effort: EFFORT };
  const nearest = timed(Math.min(runs, 5), () => nearestSectors(sectors, terms));
  const scale = 10_000_000_000n * BigInt(PENALTY);
  const { cost, bound } = nearest.result;
  const said = cost === bound ? 'proven' : `(bound ${decimals(bound, scale)})`;
  line('sector objective, $', `${decimals(cost, scale)} ${said}`, KNOWN[name].sectors, nearest);
}

/**
 * @template T
 * @param {number} runs
 * @param {() => T} solve
 */
function timed(runs, solve) {
  /** @type {number[]} */
  const times = [];
  let result = once(times, solve);
  for (let run = 1; run < runs; run += 1) result = once(times, solve);
  const [cold = NaN, ...warm] = times;
  const sorted = warm.sort((a, b) => a - b);
  return { result, cold, warm: sorted[Math.floor(sorted.length / 2)] ?? cold };
}

/**
 * @template T
 * @param {number[]} times
 * @param {() => T} solve
 */
function once(times, solve) {
  const started = performance.now();
  const result = solve();
  times.push(performance.now() - started);
  return result;
}

/**
 * @param {string} what
 * @param {string} said
 * @param {string} known
 * @param {{ cold: number, warm: number }} time
 */
function line(what, said, known, { cold, warm }) {
  const took = `${warm.toFixed(2)} ms (first ${cold.toFixed(2)})`;
  console.log(`  ${what.padEnd(30)} ${said.padEnd(26)} known: ${known.padEnd(24)} ${took}`);
}

/**
 * A quotient with three decimals, rounded half up.
 * @param {bigint} part
 * @param {bigint} whole
 */
function decimals(part, whole) {
  const thousandths = (2_000n * part + whole) / (2n * whole);
  return `${thousandths / 1_000n}.${(thousandths % 1_000n).toString().padStart(3, '0')}`;
}

/** @param {string} name a file of src/optimise */
async function solver(name) {
  const entryPoints = [path.join(room, `${name}.ts`)];
  const bundled = await build({ entryPoints, bundle: true, format: 'esm', platform: 'node', write: false });
  const code = Buffer.from(bundled.outputFiles[0]?.text ?? '').toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
