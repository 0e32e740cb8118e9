// A thousand sessions and more in which a person types what was filled, each with one mistake: the person is told, and
// the books never hold more than was truly done without a word.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Fill, ReportedFill } from '../../src/model/fill.ts';
import { rehearse } from '../../src/model/rehearsal.ts';
import { cents, worth } from '../../src/model/units.ts';
import { plannedOrders } from '../../src/model/planned-order.ts';
import { withRowIds } from '../../src/parse/row-id.ts';
import { checkFill } from '../../src/steps/5-check-fill.ts';
import { fillAsTrade } from '../../src/steps/fill-as-trade.ts';
import { HOURS, some } from '../properties/chance.ts';
import { runOf, type Run } from '../properties/plan-run.ts';
import { tradesOf } from '../properties/property.ts';
import { worlds } from '../properties/random-world.ts';
import { ticker } from '../properties/world-sources.ts';
import { DAY } from '../properties/world.ts';
import { flags, MISTAKES, sessionWith, type Aftermath, type Execution, type Session } from './typed-session.ts';

interface Case {
  readonly kind: string;
  readonly run: Run;
  readonly session: Session;
}

const dice = fc.array(fc.nat({ max: 999 }), { minLength: 50, maxLength: 50 });
const plans = worlds.map(runOf).filter((run) => tradesOf(run).length > 0);
const TRANSPOSED = ['transposed digits in shares', 'transposed digits in the price'];

/** The nine kinds of mistakes, equally often; of transposed digits half in the shares, half in the price. */
const kindsFor = (at: number): readonly string[] =>
  Object.keys(MISTAKES).filter((kind) => kind !== TRANSPOSED[at % TRANSPOSED.length]);

let cases: readonly Case[] = [];

beforeAll(() => {
  cases = some(fc.tuple(plans, dice, dice), 120).flatMap(([run, ...both]) =>
    both.flatMap((one, at) =>
      kindsFor(at).flatMap((kind): readonly Case[] => {
        const session = sessionWith(run, MISTAKES[kind]!, one);
        return session === undefined ? [] : [{ kind, run, session }];
      }),
    ),
  );
}, HOURS);

const isFlagged = ({ session }: Case): boolean => flags(session).length > 0;
const shareFlagged = (some: readonly Case[]): number => some.filter(isFlagged).length / some.length;
const ofKind = (kind: string): readonly Case[] => cases.filter((one) => one.kind === kind);

describe('mistakes are told', () => {
  test('at least 99 of 100, in more than a thousand sessions', () => {
    expect(cases.length).toBeGreaterThan(1_000);
    expect(shareFlagged(cases)).toBeGreaterThanOrEqual(0.99);
  });

  test.each(Object.keys(MISTAKES).filter((kind) => kind !== TRANSPOSED[1]))('%s: always', (kind) => {
    expect(ofKind(kind).length).toBeGreaterThan(50);
    expect(shareFlagged(ofKind(kind))).toBe(1);
  });

  // A price within the collar, better than the limit, and no other order of the limit's digits could be true.
  test('transposed digits in the price: where they lead out of what could be true', () => {
    expect(ofKind(TRANSPOSED[1]!).length).toBeGreaterThan(50);
    expect(shareFlagged(ofKind(TRANSPOSED[1]!))).toBeGreaterThan(0.85);
    expect(shareFlagged(ofKind(TRANSPOSED[1]!))).toBeLessThan(1);
  });
});

/** Shares by side and ticker. */
const traded = (list: readonly Pick<Execution, 'side' | 'ticker' | 'shares'>[]): ReadonlyMap<string, bigint> => {
  const sums = new Map<string, bigint>();
  for (const { side, ticker: name, shares } of list) {
    const key = `${side} ${name}`;
    sums.set(key, (sums.get(key) ?? 0n) + shares);
  }
  return sums;
};

/** The books hold more of some ticker than was truly traded. */
const holdsTooMuch = ({ truth, wrong }: Session): boolean => {
  const true_ = traded(truth);
  return [...traded(wrong.fills)].some(([key, shares]) => shares > (true_.get(key) ?? 0n));
};

/** Cash that these executions or fills move, fees left out: the mistakes are not in the fees. */
const moved = (list: readonly Pick<Fill, 'side' | 'price' | 'shares'>[]): bigint =>
  list.reduce((sum, { side, price, shares }) => sum + (side === 'BUY' ? -1n : 1n) * worth(price, shares), 0n);

describe('the books', () => {
  test('are the account with the recorded fills and nothing else, each a fill of its order and within it', () => {
    for (const { run, session } of cases) {
      const { account, fills } = session.wrong;
      const orders = plannedOrders(run.result);
      const sums = new Map<number, bigint>();
      for (const { order = 0, side, ticker: name, shares } of fills) {
        expect(orders[order - 1]).toMatchObject({ side, ticker: name });
        sums.set(order, (sums.get(order) ?? 0n) + shares);
      }
      for (const [seq, sum] of sums) expect(sum <= orders[seq - 1]!.shares).toBe(true);
      const trades = fills.map((fill) => fillAsTrade(fill, orders[(fill.order ?? 0) - 1]!.sector));
      const { after, impossible } = rehearse(run.sources.portfolio, trades, [], DAY);
      expect(impossible).toEqual([]);
      expect([account.cash, account.holdings.map(({ ticker: name, shares }) => [name, shares])]).toEqual([
        after.cash,
        [...after.positions.values()].map(({ ticker: name, shares }) => [name, shares]),
      ]);
    }
  });

  test('hold more than was truly traded in hardly any session, and never without a word', () => {
    const false_ = cases.filter(({ session }) => holdsTooMuch(session));
    expect(false_.length / cases.length).toBeLessThan(0.001);
    expect(false_.filter((one) => !isFlagged(one))).toEqual([]);
  });

  test('are true to the share where nothing was told, and miss the cash by less than the collar', () => {
    const untold = cases.filter((one) => !isFlagged(one));
    expect(untold.length).toBeGreaterThan(0);
    for (const { run, session } of untold) {
      expect(traded(session.wrong.fills)).toEqual(traded(session.truth));
      const off = moved(session.wrong.fills) - moved(session.truth);
      const largest = tradesOf(run).reduce((most, { value }) => (value > most ? value : most), cents(0n));
      // The collar of 2%, and what the true price was better than the limit.
      expect((off < 0n ? -off : off) * 1000n <= largest * 24n).toBe(true);
    }
  });
});

/** What the broker's export of the day says of the true executions that the books do not say: rows that fit nothing. */
const strangeRows = (run: Run, truth: readonly Execution[], { account, fills }: Aftermath): readonly string[] => {
  const orders = plannedOrders(run.result);
  const rows = truth.map(({ ticker: name, ...one }): ReportedFill => ({
    ...one,
    ticker: ticker(name),
    fees: cents(0n),
    at: DAY,
    text: 'row',
  }));
  const books = { plan: 'plan', day: DAY, orders, fills, quarantined: [], account, config: run.config };
  return withRowIds(rows, 'etrade').flatMap((row) => {
    const check = checkFill(row, books);
    const same =
      check.kind === 'quarantined' && (check.detail['again'] === true || check.reason === 'possible-duplicate');
    return same ? [] : [check.kind];
  });
};

test("what is not told when it is typed, the broker's export of the day tells; and it tells nothing else", () => {
  for (const { run, session } of cases.filter((one) => !isFlagged(one))) {
    expect(strangeRows(run, session.truth, session.wrong).length).toBe(1);
  }
  for (const { run, session } of cases) expect(strangeRows(run, session.truth, session.right)).toEqual([]);
});
