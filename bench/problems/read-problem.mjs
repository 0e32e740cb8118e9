// The two problems whose optima are known, in the units of the solvers. They come from the project's shared problem set, which states
// the optima too; money is in whole cents, weights in millionths.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const CENT = 100_000_000n; // in the exact unit of src/model/units.ts
const PRICE_PER_CENT = 100n;

/**
 * @typedef {import('../../src/model/units.ts').Exact} Exact
 * @typedef {import('../../src/model/units.ts').Price} Price
 * @typedef {{ ticker: string, sector: string, price_cents: number, shares: number, target_weight: number }} Position
 * @typedef {{ cash_cents: number, total_cents: number, cash_target: number, positions: Position[],
 *   constraints: { position_cap: number, cash_min: number }, sector_targets: Record<string, number> }} Problem
 * @param {'p30' | 'p1000'} name
 */
export function readProblem(name) {
  /** @type {Problem} */
  const problem = JSON.parse(readFileSync(path.join(import.meta.dirname, `${name}.json`), 'utf8'));
  const total = BigInt(problem.total_cents);
  /** @param {number} weight */
  const part = (weight) => exact((millionths(weight) * total * CENT) / 1_000_000n);
  const cap = part(problem.constraints.position_cap);
  const all = problem.positions.map((position) => ({
    sector: position.sector,
    name: {
      price: /** @type {Price} */ (BigInt(position.price_cents) * PRICE_PER_CENT),
      target: part(position.target_weight),
      least: 0n,
      most: cap / (BigInt(position.price_cents) * CENT),
      held: BigInt(position.shares),
    },
  }));
  return {
    total: exact(total * CENT),
    names: all.map(({ name }) => name),
    purse: {
      total: exact(total * CENT),
      cashTarget: part(problem.cash_target),
      cashFloor: part(problem.constraints.cash_min),
    },
    cash: exact(BigInt(problem.cash_cents) * CENT),
    sectors: Object.entries(problem.sector_targets).map(([sector, weight]) => {
      const names = all.filter((one) => one.sector === sector).map(({ name }) => name);
      return { names, value: exact(sum(names.map(valueOf))), aim: part(weight) };
    }),
  };
}

/** @typedef {ReturnType<typeof readProblem>} Read */

/**
 * The problem of the fewest orders: every sector within a tolerance of its target, the cash at its minimum or above.
 * @param {Read} problem
 * @param {number} tolerance in basis points
 */
export function withTolerance({ sectors, total, cash, purse }, tolerance) {
  const room = (BigInt(tolerance) * total) / 10_000n;
  return {
    sectors: sectors.map((sector) => ({
      ...sector,
      lowest: exact(sector.aim - room),
      highest: exact(sector.aim + room),
    })),
    cash: { now: cash, lowest: purse.cashFloor, highest: total },
  };
}

/** @param {number} weight */
function millionths(weight) {
  return BigInt(Math.round(weight * 1_000_000));
}

/** @param {{ price: bigint, held: bigint }} name */
function valueOf({ price, held }) {
  return (price * held * CENT) / PRICE_PER_CENT;
}

/** @param {bigint[]} amounts */
function sum(amounts) {
  return amounts.reduce((all, one) => all + one, 0n);
}

/** @param {bigint} amount */
function exact(amount) {
  return /** @type {Exact} */ (amount);
}
