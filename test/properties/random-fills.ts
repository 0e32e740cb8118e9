import fc from 'fast-check';
import type { Fill } from '../../src/model/fill.ts';
import type { Portfolio } from '../../src/model/portfolio.ts';
import { rehearse } from '../../src/model/rehearsal.ts';
import type { Trade } from '../../src/model/trade.ts';
import { cents, ONE_SHARE, price, shares } from '../../src/model/units.ts';
import { fillAsTrade } from '../../src/steps/fill-as-trade.ts';
import type { Run } from './plan-run.ts';
import { tradesOf } from './property.ts';
import { DAY } from './world.ts';

/** How the orders of a plan were filled: which, in which order, in how many parts, and how far from their prices. */
export interface FillKnobs {
  /** One an order: how many percent of it, in how many parts, at how many hundredths of a percent more. */
  readonly orders: readonly {
    readonly part: number;
    readonly parts: number;
    readonly off: number;
    readonly rank: number;
  }[];
}

/** `off`: by how many hundredths of a percent prices may miss the plan's. */
export const fillKnobs = (off: number): fc.Arbitrary<FillKnobs> =>
  fc.record({
    orders: fc.array(
      fc.record({
        part: fc.oneof(fc.constantFrom(0, 100), fc.integer({ min: 0, max: 100 })),
        parts: fc.integer({ min: 1, max: 4 }),
        off: fc.integer({ min: -off, max: off }),
        rank: fc.nat({ max: 1000 }),
      }),
      { minLength: 40, maxLength: 40 },
    ),
  });

/** The shares of each partial fill: whole ones, and in the last one what is left over. */
const partsOf = (trade: Trade, part: number, parts: number): readonly bigint[] => {
  const whole = part === 100 ? trade.shares : ((trade.shares * BigInt(part)) / 100n / ONE_SHARE) * ONE_SHARE;
  const each = (whole / BigInt(parts) / ONE_SHARE) * ONE_SHARE;
  const sizes = Array.from({ length: parts - 1 }, () => each);
  return [...sizes, whole - each * BigInt(parts - 1)].filter((size) => size > 0n);
};

/** Some fills of a plan in any order; the fee of an order is charged with its first fill. */
export const fillsOf = (run: Run, { orders }: FillKnobs): readonly Fill[] =>
  tradesOf(run)
    .flatMap((trade, index) => {
      const knobs = orders[index % orders.length] ?? { part: 0, parts: 1, off: 0, rank: 0 };
      const near = (trade.price * BigInt(10_000 + knobs.off)) / 10_000n;
      return partsOf(trade, knobs.part, knobs.parts).map((size, at) => ({
        rank: (knobs.rank * (at + 7)) % 1009,
        fill: {
          plan: 'plan',
          order: index + 1,
          side: trade.side,
          ticker: trade.ticker,
          shares: shares(size),
          price: price(near > 0n ? near : 1n),
          fees: at === 0 ? trade.fees : cents(0n),
          text: `${trade.side} ${size} ${trade.ticker}`,
          alarms: [],
        } satisfies Fill,
      }));
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ fill }) => fill);

/** The account with some fills: what is held keeps its price, what is new has the price of its first fill. */
export const filledAccount = (portfolio: Portfolio, fills: readonly Fill[], run: Run): Portfolio => {
  const sectors = new Map(tradesOf(run).map(({ ticker, sector }) => [ticker, sector] as const));
  const trades = fills.map((fill) => fillAsTrade(fill, sectors.get(fill.ticker)!));
  const { after } = rehearse(portfolio, trades, [], DAY);
  const place = { file: 'Portfolio.md', line: 1, column: 1 };
  const known = new Map(portfolio.holdings.map((holding) => [holding.ticker, holding]));
  return {
    ...portfolio,
    cash: after.cash,
    holdings: [...after.positions.values()].map(({ ticker, sector, shares: count, price: at }) => ({
      ...(known.get(ticker) ?? { ticker, sector, place }),
      shares: count,
      price: at,
    })),
  };
};
