// What the fills of a plan cost against its prices, order by order and in total, exactly.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fill } from '../../src/model/fill.ts';
import { compareRatios } from '../../src/model/ratio.ts';
import { price, shares } from '../../src/model/units.ts';
import { acceptFill } from '../../src/steps/5-accept-fill.ts';
import { executionQuality } from '../../src/steps/6-execution-quality.ts';
import { books, order, ORDERS, report } from './books-for.ts';

const filled = (...words: readonly string[]): readonly Fill[] => words.map((one) => acceptFill(report(one), books()));
const measured = (...words: readonly string[]) => executionQuality(books({ fills: filled(...words) }));

describe('an order', () => {
  it('without a fill says so, and costs nothing', () => {
    const { orders, complete, filledShare, ...total } = measured();
    expect(orders.map(({ order: { seq }, left }) => [seq, left])).toEqual([
      [1, shares(100_000_000n)],
      [2, shares(20_000_000n)],
      [3, shares(40_000_000n)],
    ]);
    expect([complete, filledShare.num, total.dollars, 'bps' in total, 'first' in total]).toEqual([
      0,
      0n,
      0n,
      false,
      false,
    ]);
    expect(orders.map((one) => 'average' in one || 'bps' in one)).toEqual([false, false, false]);
  });

  it.each([
    ['a sale below the plan', 'SOLD 100 NEM @ 99', 1, 100n, 10_000n],
    ['a sale above it', 'SOLD 100 NEM @ 101', 1, -100n, -10_000n],
    ['a purchase above it', 'BOUGHT 40 LLY @ 201', 3, 50n, 4_000n],
    ['a purchase below it', 'BOUGHT 40 LLY @ 199', 3, -50n, -4_000n],
    ['half a cent in all', 'SOLD 50 NEM @ 99.9999', 1, undefined, 1n],
    ['half a cent the other way', 'SOLD 50 NEM @ 100.0001', 1, undefined, -1n],
  ])('%s: positive is worse for the trader', (_, words, seq, bps, dollars) => {
    const found = measured(words).orders[seq - 1]!;
    if (bps !== undefined) expect(compareRatios(found.bps!, { num: bps, den: 1n })).toBe(0);
    expect(found.dollars).toBe(dollars);
  });

  it('adds up its partial fills, with their fees and their span of time', () => {
    const found = measured(
      'SOLD 25 NEM @ 99 fees 0.10 2026-01-08 15:00',
      'SOLD 50 NEM @ 100.5 fees 0.25 2026-01-08 10:31',
      'SOLD 5 KO @ 50 2026-01-09',
    );
    const [nem, ko] = found.orders;
    expect(nem).toMatchObject({ filled: 75_000_000n, left: 25_000_000n, value: 750_000n, fees: 35n, dollars: 0n });
    expect(compareRatios(nem!.average!, { num: 1_000_000n, den: 1n })).toBe(0);
    expect(compareRatios(nem!.filledShare, { num: 3n, den: 4n })).toBe(0);
    expect([nem!.first, nem!.last, ko!.first, ko!.last]).toEqual([
      '2026-01-08T10:31',
      '2026-01-08T15:00',
      '2026-01-09',
      '2026-01-09',
    ]);
    expect(found).toMatchObject({
      complete: 0,
      value: 775_000n,
      fees: 35n,
      first: '2026-01-08T10:31',
      last: '2026-01-09',
    });
  });

  it('tells times by the clock where all have an offset', () => {
    const { first, last } = measured(
      'SOLD 1 NEM @ 99 2026-01-08T10:31:00-05:00',
      'SOLD 2 NEM @ 99 2026-01-08T15:00:00Z',
    );
    expect([first, last]).toEqual(['2026-01-08T15:00:00Z', '2026-01-08T10:31:00-05:00']);
  });

  it('of which more was accepted than ordered has nothing left', () => {
    const [nem] = measured('SOLD 100 NEM @ 100', 'SOLD 10 NEM @ 100').orders;
    expect([nem!.filled, nem!.left]).toEqual([110_000_000n, 0n]);
  });
});

describe('the plan', () => {
  it('weighs each order with what was filled of it', () => {
    const found = measured('SOLD 100 NEM @ 99', 'SOLD 10 KO @ 50', 'BOUGHT 20 LLY @ 200');
    expect(compareRatios(found.bps!, { num: 1_000_000n, den: 14_500n })).toBe(0);
    expect(compareRatios(found.filledShare, { num: 14_500n, den: 19_000n })).toBe(0);
    expect(found).toMatchObject({ complete: 1, dollars: 10_000n });
  });

  it('keeps apart what belongs to no order, and what belongs to another plan', () => {
    const strange = filled('SOLD 5 MSFT @ 400', 'SOLD 1 NEM @ 100');
    const [accepted, other] = [strange[0]!, { ...strange[1]!, plan: 'bbbb' }];
    const found = executionQuality(books({ fills: [accepted, other] }));
    expect([found.others, found.value]).toEqual([[accepted], 0n]);
  });
});

it('dollars and basis points follow from each other, whatever was filled', () => {
  const part = fc.record({
    seq: fc.integer({ min: 1, max: 3 }),
    shares: fc.bigInt({ min: 1n, max: 10n ** 9n }),
    price: fc.bigInt({ min: 1n, max: 10n ** 8n }),
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const fills = parts.map(({ seq, shares: count, price: each }): Fill => {
        const { side, ticker } = ORDERS[seq - 1] ?? order(9, 'BUY', 'X', '1', '1');
        const amounts = { shares: shares(count), price: price(each), fees: 0n as never };
        return { plan: 'aaaa', order: seq, side, ticker, text: '', alarms: [], ...amounts };
      });
      const found = executionQuality(books({ fills }));
      const exact = fills.reduce((sum, fill) => {
        const more = (fill.price - ORDERS[fill.order! - 1]!.price) * fill.shares;
        return sum + (fill.side === 'BUY' ? more : -more);
      }, 0n);
      const planned = fills.reduce((sum, fill) => sum + ORDERS[fill.order! - 1]!.price * fill.shares, 0n);
      expect(found.bps ?? { num: 0n, den: 0n }).toEqual({ num: exact * 10_000n, den: planned });
      const off = found.dollars * 100_000_000n - exact;
      expect(off <= 150_000_000n && off >= -150_000_000n).toBe(true);
    }),
  );
});
