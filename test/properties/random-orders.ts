import fc from 'fast-check';
import { sectorOf } from '../../src/model/sector.ts';
import type { Trade } from '../../src/model/trade.ts';
import { cents, price, shares } from '../../src/model/units.ts';
import { worthOf } from '../oracle/decimal.ts';
import { plainPrice } from './plain-data.ts';
import { withTrades, type Run } from './plan-run.ts';
import { prices, SECTORS } from './random-account.ts';
import { tradesOf } from './property.ts';
import { ticker } from './world-sources.ts';

interface OrderKnobs {
  readonly side: 'BUY' | 'SELL';
  readonly at: number;
  readonly part: number;
  readonly whole: boolean;
  readonly price: number | undefined;
  readonly sector: number;
  readonly fee: number;
}

const orderKnobs: fc.Arbitrary<OrderKnobs> = fc.record({
  side: fc.constantFrom('BUY' as const, 'SELL' as const),
  at: fc.nat({ max: 20 }),
  part: fc.integer({ min: 0, max: 120 }),
  whole: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  price: fc.option(prices, { nil: undefined, freq: 5 }),
  sector: fc.nat({ max: 7 }),
  fee: fc.constantFrom(0, 0, 0, 65, 999),
});

/** About so many percent of the account in one order, of something held, or of one of three newcomers. */
const orderOf = (knobs: OrderKnobs, { sources, result }: Run): Trade => {
  const holding = sources.portfolio.holdings[knobs.at];
  const quote = knobs.price === undefined ? (holding?.price ?? price(1_234_500n)) : price(BigInt(knobs.price));
  const dollars = (result.rehearsal.before.total * BigInt(knobs.part)) / 400n;
  const asked = holding !== undefined && knobs.side === 'SELL' ? (holding.shares * BigInt(knobs.part)) / 100n : 0n;
  const exact = asked > 0n ? asked : (dollars * 100_000_000n) / quote;
  const count = shares(knobs.whole ? (exact / 1_000_000n) * 1_000_000n : exact);
  return {
    side: knobs.side,
    ticker: holding?.ticker ?? ticker(['NEWA', 'NEWB', 'NEWC'][knobs.at % 3] ?? 'NEWA'),
    sector: holding?.sector ?? sectorOf(SECTORS[knobs.sector] ?? 'Energy'),
    shares: count,
    price: quote,
    value: cents(worthOf(plainPrice(quote), count) / 100_000_000n),
    fees: cents(BigInt(knobs.fee)),
    why: { rule: 'any', detail: {} },
  };
};

/** Any orders at all: oversold, for nothing, bought first, restricted, at odd prices; or the plan's own, disturbed. */
export const orderLists: fc.Arbitrary<(run: Run) => Run> = fc
  .record({ orders: fc.array(orderKnobs, { maxLength: 8, size: 'max' }), keep: fc.boolean(), turn: fc.boolean() })
  .map(({ orders, keep, turn }) => (run: Run) => {
    const own = keep ? tradesOf(run) : [];
    const list = [...own, ...orders.map((knobs) => orderOf(knobs, run))];
    return withTrades(run, turn ? list.reverse() : list);
  });
