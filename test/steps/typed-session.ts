// A person at the broker: what truly happened to the orders of a plan, what the person types of it, with one mistake, and
// what the books say afterwards.
import type { Fill } from '../../src/model/fill.ts';
import type { Quarantined } from '../../src/model/fill-check.ts';
import { limitPrice } from '../../src/model/limit-price.ts';
import { plannedOrders } from '../../src/model/planned-order.ts';
import type { Portfolio } from '../../src/model/portfolio.ts';
import type { Side, Trade } from '../../src/model/trade.ts';
import { price, SCALE, shares, worth, writeDecimal, type Price, type Shares } from '../../src/model/units.ts';
import { readFillWords } from '../../src/parse/read-fill-words.ts';
import type { Books } from '../../src/steps/5-books.ts';
import { checkFill } from '../../src/steps/5-check-fill.ts';
import { nameOrder } from '../../src/steps/5-name-order.ts';
import { executionQuality } from '../../src/steps/6-execution-quality.ts';
import type { Run } from '../properties/plan-run.ts';
import { filledAccount } from '../properties/random-fills.ts';
import { tradesOf } from '../properties/property.ts';
import { DAY } from '../properties/world.ts';

/** What the broker did, or what the person types of it. */
export interface Execution {
  readonly side: Side;
  readonly ticker: string;
  readonly shares: Shares;
  readonly price: Price;
}

/** Where chance decides: numbers from 0 to 999, each used for one thing. */
export type Dice = readonly number[];

const roll = (dice: Dice, at: number, below: number): number => (dice[at % dice.length] ?? 0) % below;

const ordersDone = (run: Run, dice: Dice): readonly Trade[] => {
  const trades = tradesOf(run);
  return roll(dice, 46, 2) === 0 ? trades : trades.slice(0, 1 + roll(dice, 47, trades.length));
};

/**
 * What is filled so far, from the first order on: in half of the sessions all of them. Each is filled whole, half of them
 * at the limit of their ticket, the others up to 0.3% better, on a tick.
 */
const executionsOf = (run: Run, dice: Dice): readonly Execution[] =>
  ordersDone(run, dice).map(({ side, ticker, shares: count, price: at }, index) => {
    const limit = limitPrice(at, side);
    const tick = limit >= 10_000n ? 100n : 1n;
    const better = (limit * BigInt(Math.max(0, roll(dice, index, 60) - 30))) / 10_000n;
    const off = (better / tick) * tick;
    return { side, ticker, shares: count, price: price(side === 'BUY' ? limit - off : limit + off) };
  });

const written = (value: bigint, places: number): string => writeDecimal(value, places);

/** Two neighbouring digits that differ, exchanged; undefined where there are none. */
const transposed = (text: string, at: number): string | undefined => {
  const pairs = [...text.matchAll(/(\d)(?=\.?(\d))/g)].filter(([, a, b]) => a !== b);
  const pair = pairs[at % Math.max(1, pairs.length)];
  if (pair === undefined) return undefined;
  const second = text[pair.index + 1] === '.' ? pair.index + 2 : pair.index + 1;
  const digits = Array.from(text);
  [digits[pair.index], digits[second]] = [digits[second] ?? '', digits[pair.index] ?? ''];
  return digits.join('');
};

/** Letters that are easily typed for others, or another ticker that the person has before their eyes. */
const otherTicker = (run: Run, { ticker }: Execution, dice: Dice): string | undefined => {
  const letters = Array.from(ticker);
  const swapped = [letters[1], letters[0], ...letters.slice(2)].join('');
  const names = [
    tradesOf(run).map((trade) => trade.ticker as string),
    run.sources.portfolio.holdings.map((holding) => holding.ticker as string),
    [swapped, `${ticker.slice(0, -1)}X`],
  ][roll(dice, 41, 3)]?.filter((name) => name !== ticker);
  return names?.[roll(dice, 42, Math.max(1, names.length))];
};

const words = ({ side, ticker, ...of }: Execution, count = written(of.shares, SCALE.shares)): string =>
  `${side === 'SELL' ? 'SOLD' : 'BOUGHT'} ${count} ${ticker} @ ${written(of.price, SCALE.price)}`;

type Mistake = (execution: Execution, dice: Dice, run: Run) => readonly string[] | undefined;

/** What is typed instead of an execution; undefined where the mistake cannot be made. */
export const MISTAKES: Readonly<Record<string, Mistake>> = {
  'wrong side': (one) => [words({ ...one, side: one.side === 'BUY' ? 'SELL' : 'BUY' })],
  'wrong ticker': (one, dice, run) => {
    const ticker = otherTicker(run, one, dice);
    return ticker === undefined ? undefined : [words({ ...one, ticker })];
  },
  'ten times the shares': (one) => [words({ ...one, shares: shares(one.shares * 10n) })],
  'ten times the price': (one) => [words({ ...one, price: price(one.price * 10n) })],
  'dollars for shares': (one) => [words(one, written((worth(one.price, one.shares) + 50n) / 100n, 0))],
  'skipped order': () => [],
  'duplicated entry': (one) => [words(one), words(one)],
  'split entry': (one, dice) => {
    const part = (one.shares * BigInt(20 + 10 * roll(dice, 43, 7))) / 100_000_000n;
    const first = shares(part * 1_000_000n);
    if (first <= 0n || first >= one.shares) return undefined;
    return [words({ ...one, shares: first }), words({ ...one, shares: shares(one.shares - first) })];
  },
  'transposed digits in shares': (one, dice) => {
    const count = transposed(written(one.shares, SCALE.shares), roll(dice, 44, 9));
    return count === undefined ? undefined : [words(one, count)];
  },
  'transposed digits in the price': (one, dice) => {
    const each = transposed(writeDecimal(one.price, SCALE.price, 2), roll(dice, 45, 9));
    return each === undefined ? undefined : [words(one).replace(/@ .*$/, `@ ${each}`)];
  },
};

/** What the books say after a session. */
export interface Aftermath {
  readonly account: Portfolio;
  readonly fills: readonly Fill[];
  /** Everything that the person is shown: alarms, quarantine, refusals, and what is left of each order. */
  readonly shown: readonly string[];
}

const shownOf = (fills: readonly Fill[]): readonly string[] =>
  fills.flatMap(({ order = 0, alarms }) => alarms.map(({ code }) => `order ${order}: ${code}`));

/** Types one line after the other, each against the books as they are then. */
const typeIn = (run: Run, lines: readonly string[]): Aftermath => {
  const orders = plannedOrders(run.result);
  const start = run.sources.portfolio;
  let fills: readonly Fill[] = [];
  let quarantined: readonly Quarantined[] = [];
  const refused: string[] = [];
  for (const line of lines) {
    const account = filledAccount(start, fills, run);
    const books: Books = { plan: 'plan', day: DAY, orders, fills, quarantined, account, config: run.config };
    const told = readFillWords(line, 'words').value?.[0];
    const reported = told === undefined ? undefined : nameOrder(told, books).value;
    const check = reported === undefined ? undefined : checkFill(reported, books);
    if (check?.kind === 'recorded') fills = [...fills, check.fill];
    else refused.push(check?.kind === 'quarantined' ? check.reason : (check?.kind ?? 'not understood'));
    if (check?.kind === 'quarantined') quarantined = [...quarantined, { reported: check.reported, dismissed: false }];
  }
  const { orders: table } = executionQuality({ plan: 'plan', orders, fills });
  const left = table.flatMap(({ order: { seq }, left: open }) => (open > 0n ? [`order ${seq}: ${open} left`] : []));
  return { account: filledAccount(start, fills, run), fills, shown: [...refused, ...shownOf(fills), ...left] };
};

/** A session with one mistake at one of its executions, and the same session without. */
export interface Session {
  readonly truth: readonly Execution[];
  readonly right: Aftermath;
  readonly wrong: Aftermath;
  readonly typed: readonly string[];
}

/** The session with that mistake; undefined where it cannot be made at the execution that the dice name. */
export const sessionWith = (run: Run, mistake: Mistake, dice: Dice): Session | undefined => {
  const truth = executionsOf(run, dice);
  const at = roll(dice, 40, truth.length);
  const instead = mistake(truth[at]!, dice, run);
  if (instead === undefined || instead.join() === words(truth[at]!)) return undefined;
  const typed = truth.flatMap((one, index) => (index === at ? instead : [words(one)]));
  return {
    truth,
    typed,
    right: typeIn(
      run,
      truth.map((one) => words(one)),
    ),
    wrong: typeIn(run, typed),
  };
};

/** What the person is shown that they would not be shown without the mistake. */
export const flags = ({ right, wrong }: Session): readonly string[] => {
  const usual = [...right.shown];
  return wrong.shown.filter((one) => {
    const known = usual.indexOf(one);
    if (known >= 0) usual.splice(known, 1);
    return known < 0;
  });
};
