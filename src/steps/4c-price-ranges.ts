import type { Finding, FindingLevel } from '../model/finding.ts';
import type { PriceRange } from '../model/recommendation.ts';
import { repriced, rehearseFrom, type Rehearsal } from '../model/rehearsal.ts';
import type { Ticker } from '../model/ticker.ts';
import type { Trade } from '../model/trade.ts';
import { ceilDivide, floorDivide, type Price } from '../model/units.ts';
import { judge } from '../validate/judge.ts';
import { CONSTRAINTS } from '../validate/registry.ts';
import type { DryRun, DryRunInput } from './2-dry-run.ts';
import { capLines, capsOf } from './4c-cap-lines.ts';
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

/** Amounts that must stay positive for every level to stay what it is, under a name each; those below caps left out. */
const margins = (
  { findings, rehearsal }: Pick<DryRun, 'rehearsal' | 'findings'>,
  levels: Levels,
): ReadonlyMap<string, bigint> => {
  const kept = findings.flatMap((finding) =>
    finding.slackUsd === undefined || isCap.has(finding.constraint) || levels.get(nameOf(finding)) !== 0
      ? []
      : [[nameOf(finding), finding.slackUsd] as const],
  );
  return new Map([...kept, ...rehearsal.steps.map(({ cash }, step) => [`cash ${step}`, cash] as const)]);
};

interface Bounds {
  readonly low?: bigint;
  readonly high?: bigint;
}

/** Where the first margin runs out on either side, by the lines of all of them. */
const crossings = (at: bigint, lines: readonly Line[]): Bounds => {
  const lows: bigint[] = [];
  const highs: bigint[] = [];
  for (const { margin, slope } of lines) {
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

const isCap: ReadonlySet<string> = new Set(CONSTRAINTS.flatMap((one) => ('caps' in one ? [one.id] : [])));
const OTHERS = CONSTRAINTS.filter(({ id }) => !isCap.has(id));

/** What is known of the plan before any of its prices is moved. */
interface Ground {
  readonly input: DryRunInput;
  readonly plan: DryRun;
  readonly levels: Levels;
  readonly margins: ReadonlyMap<string, bigint>;
  readonly caps: ReturnType<typeof capsOf>;
}

const groundOf = (input: DryRunInput, plan: DryRun): Ground => {
  const levels = new Map(plan.findings.map((finding) => [nameOf(finding), GRAVITY[finding.level]]));
  return { input, plan, levels, margins: margins(plan, levels), caps: capsOf(plan.findings) };
};

/** More than all the cents that rounding the ticker's orders, its value and a cap can make of a margin. */
const roundingOf = (trades: readonly Trade[], ticker: Ticker): bigint =>
  4n * BigInt(4 + trades.filter((trade) => trade.ticker === ticker).length);

/** Margins in dollars are (nearly) linear in the price of one ticker: two rehearsals, one at double the price, give the lines. */
const linesFor = (
  { input, plan, levels, margins: here, caps }: Ground,
  { ticker, sector }: Trade,
  doubled: Rehearsal,
) => {
  const there = margins({ rehearsal: doubled, findings: judge(doubled, input.config, OTHERS) }, levels);
  const { before, after } = plan.rehearsal;
  const touched = { positions: ticker, sectors: before.positions.get(ticker)?.sector ?? sector };
  return {
    capped: capLines(caps, after, doubled.after, touched),
    others: [...here].map(([name, margin]): Line => ({ margin, slope: (there.get(name) ?? margin) - margin })),
  };
};

const rangeOf = (ground: Ground, trade: Trade): PriceRange => {
  const { input, plan, levels } = ground;
  const { ticker, price: at } = trade;
  const rehearsed = (price: bigint): Rehearsal => rehearsedAt(input, plan, ticker, price as Price);
  const { capped, others } = linesFor(ground, trade, rehearsed(at * 2n));
  const sureness = surePrices(capped, at, roundingOf(input.trades, ticker));
  const holds = (price: bigint): boolean => {
    const sure = price > 0n ? sureness(price) : 'lost';
    if (sure === 'lost') return false;
    const findings = judge(rehearsed(price), input.config, sure === 'kept' ? OTHERS : CONSTRAINTS);
    return findings.every((one) => GRAVITY[one.level] <= (levels.get(nameOf(one)) ?? 0));
  };
  const { low, high } = crossings(at, [...capped, ...others]);
  const lowest = low === undefined || low <= 0n ? undefined : boundNear(holds, at, low, false);
  const highest = high === undefined ? undefined : boundNear(holds, at, high, true);
  return { ...(lowest === undefined ? {} : { lowest }), ...(highest === undefined ? {} : { highest }) };
};

/**
 * Step 4C: for each order, between which prices it may fill, all other prices unchanged, without any finding becoming
 * graver than it is in the plan.
 */
export const priceRanges = (input: DryRunInput, plan: DryRun): readonly PriceRange[] => {
  const ground = groundOf(input, plan);
  return input.trades.map((trade) => rangeOf(ground, trade));
};
