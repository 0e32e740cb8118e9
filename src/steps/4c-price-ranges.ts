import type { Finding, FindingLevel } from '../model/finding.ts';
import type { PriceRange } from '../model/recommendation.ts';
import { repriced, rehearseFrom, type Rehearsal } from '../model/rehearsal.ts';
import type { Ticker } from '../model/ticker.ts';
import type { Trade } from '../model/trade.ts';
import { ceilDivide, floorDivide, type Price } from '../model/units.ts';
import { judge } from '../validate/judge.ts';
import { CONSTRAINTS } from '../validate/registry.ts';
import type { DryRun, DryRunInput } from './2-dry-run.ts';
import { surePrices, type Line } from './4c-sure-prices.ts';

/** Prices are stated in whole cents from a dollar up, below in 1/10,000 (SEC Rule 612). */
const tickOf = (price: bigint): bigint => (price >= 10_000n ? 100n : 1n);

/** Beyond this multiple of its price nobody asks what a ticker may cost. */
const FARTHEST = 100n;

/** The rehearsal of the same plan with one ticker at another price: what is held of it is worth that price too. */
const rehearsedAt = (input: DryRunInput, plan: DryRun, ticker: Ticker, price: Price): Rehearsal => {
  const trades = input.trades.map((trade) => (trade.ticker === ticker ? { ...trade, price } : trade));
  return rehearseFrom(repriced(plan.rehearsal.before, ticker, price), trades, input.restrictions, input.day);
};

type Levels = ReadonlyMap<string, number>;

const nameOf = ({ constraint, subject }: Finding): string => `${constraint} ${subject}`;

/** How grave a level is for the verdict; a note is none. */
const GRAVITY: Readonly<Record<FindingLevel, number>> = { pass: 0, note: 0, approve: 1, block: 2 };

/** Amounts that must stay positive for every level to stay what it is, under a name each. */
const margins = (
  { findings, rehearsal }: Pick<DryRun, 'rehearsal' | 'findings'>,
  levels: Levels,
): ReadonlyMap<string, bigint> => {
  const kept = findings.flatMap((finding) =>
    finding.slackUsd === undefined || levels.get(nameOf(finding)) !== 0
      ? []
      : [[nameOf(finding), finding.slackUsd] as const],
  );
  return new Map([...kept, ...rehearsal.steps.map(({ cash }, step) => [`cash ${step}`, cash] as const)]);
};

interface Bounds {
  readonly low?: bigint;
  readonly high?: bigint;
}

/**
 * Where the first margin runs out on either side. Margins in dollars are (nearly) linear in the price of one ticker,
 * so two rehearsals, one at double the price, give the line.
 */
const crossings = (at: bigint, here: ReadonlyMap<string, bigint>, there: ReadonlyMap<string, bigint>): Bounds => {
  const lows: bigint[] = [];
  const highs: bigint[] = [];
  for (const [name, margin] of here) {
    const slope = (there.get(name) ?? margin) - margin;
    if (margin >= 0n && slope > 0n) lows.push(at - floorDivide(margin * at, slope));
    if (margin >= 0n && slope < 0n) highs.push(at + floorDivide(margin * at, -slope));
  }
  const low = lows.reduce<bigint | undefined>(
    (most, one) => (most === undefined || one > most ? one : most),
    undefined,
  );
  const high = highs.reduce<bigint | undefined>(
    (least, one) => (least === undefined || one < least ? one : least),
    undefined,
  );
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
};

/** The last price, in ticks, at which the plan holds, between one at which it does and one at which it does not. */
const lastGood = (holds: (price: bigint) => boolean, from: bigint, beyond: bigint): bigint => {
  const tick = tickOf(beyond);
  let [good, bad] = [from, beyond];
  while (good - bad > tick || bad - good > tick) {
    const middle = floorDivide((good + bad) / 2n, tick) * tick;
    if (middle === good || middle === bad) break;
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
};

/**
 * The bound on one side, from where the lines say that it is: exact to a tick. Where nothing breaks there, it is looked
 * for farther out; where nothing breaks at all there is none.
 */
const boundNear = (holds: (price: bigint) => boolean, at: bigint, guess: bigint, up: boolean): Price | undefined => {
  const tick = tickOf(guess);
  const onTick = (up ? floorDivide(guess, tick) : ceilDivide(guess, tick)) * tick;
  const outer = up === onTick > at ? onTick : at;
  if (!holds(outer)) return lastGood(holds, at, outer) as Price;
  if (!holds(outer + (up ? tick : -tick))) return outer as Price;
  let step = outer === at ? (up ? tick : -tick) : outer - at;
  for (let good = outer; up ? good < at * FARTHEST : good > 1n; step *= 2n) {
    const next = good + step > 0n ? good + step : 1n;
    if (!holds(next)) return lastGood(holds, good, next) as Price;
    good = next;
  }
  return undefined;
};

const LINEAR = CONSTRAINTS.filter((constraint) => 'linear' in constraint);
const OTHERS = CONSTRAINTS.filter((constraint) => !('linear' in constraint));
const isLinear: ReadonlySet<string> = new Set(LINEAR.map(({ id }) => id));

/** The margins of the linear constraints, by which most prices are judged without measuring them. */
const linesOf = ({ findings }: DryRun, levels: Levels, there: ReadonlyMap<string, bigint>): readonly Line[] =>
  findings.flatMap((finding) => {
    const margin = finding.slackUsd;
    const name = nameOf(finding);
    if (margin === undefined || !isLinear.has(finding.constraint) || levels.get(name) !== 0) return [];
    return [{ margin, slope: (there.get(name) ?? margin) - margin }];
  });

/** More than all the cents that rounding the ticker's orders, its value and a cap can make of a margin. */
const roundingOf = (trades: readonly Trade[], ticker: Ticker): bigint =>
  4n * BigInt(4 + trades.filter((trade) => trade.ticker === ticker).length);

const rangeOf = (input: DryRunInput, plan: DryRun, { ticker, price: at }: Trade): PriceRange => {
  const levels = new Map(plan.findings.map((finding) => [nameOf(finding), GRAVITY[finding.level]]));
  const rehearsed = (price: bigint): Rehearsal => rehearsedAt(input, plan, ticker, price as Price);
  const doubled = rehearsed(at * 2n);
  const there = margins({ rehearsal: doubled, findings: judge(doubled, input.config) }, levels);
  const sureness = surePrices(linesOf(plan, levels, there), at, roundingOf(input.trades, ticker));
  const holds = (price: bigint): boolean => {
    const sure = price > 0n ? sureness(price) : 'lost';
    if (sure === 'lost') return false;
    const findings = judge(rehearsed(price), input.config, sure === 'kept' ? OTHERS : CONSTRAINTS);
    return findings.every((one) => GRAVITY[one.level] <= (levels.get(nameOf(one)) ?? 0));
  };
  const { low, high } = crossings(at, margins(plan, levels), there);
  const lowest = low === undefined || low <= 0n ? undefined : boundNear(holds, at, low, false);
  const highest = high === undefined ? undefined : boundNear(holds, at, high, true);
  return { ...(lowest === undefined ? {} : { lowest }), ...(highest === undefined ? {} : { highest }) };
};

/**
 * Step 4C: for each order, between which prices it may fill, all other prices unchanged, without any finding becoming
 * graver than it is in the plan.
 */
export const priceRanges = (input: DryRunInput, plan: DryRun): readonly PriceRange[] =>
  input.trades.map((trade) => rangeOf(input, plan, trade));
