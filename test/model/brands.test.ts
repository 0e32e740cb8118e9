// Units cannot be mixed: each marked line is an error of the compiler, and the mark is an error where it is not.
import { expect, expectTypeOf, it } from 'vitest';
import { weight } from '../../src/model/ratio.ts';
import { sectorOf, type Sector } from '../../src/model/sector.ts';
import type { Ticker } from '../../src/model/ticker.ts';
import {
  addCents,
  addShares,
  atMost,
  cents,
  exactOf,
  lotsWithin,
  maxCents,
  pct,
  price,
  shares,
  sumCents,
  worth,
  type Cents,
  type Pct,
  type Price,
  type Shares,
} from '../../src/model/units.ts';

const amount = cents(100n);
const quote = price(10_000n);
const count = shares(1_000_000n);
const part = pct(5_000_000n);

/** Never called: only the compiler reads it. */
export const mistakes = (plain: bigint, name: string, sector: Sector): readonly unknown[] => [
  // @ts-expect-error a price is no amount
  addCents(amount, quote),
  // @ts-expect-error the sum of a price and an amount is neither
  addCents(amount, quote + amount),
  // @ts-expect-error the sum of two amounts has to say that it is one
  addCents(amount, amount + amount),
  // @ts-expect-error a plain whole number is no amount
  addCents(amount, plain),
  // @ts-expect-error shares are no amount
  sumCents([count]),
  // @ts-expect-error a percentage is no amount
  maxCents(amount, part),
  // @ts-expect-error an amount is no price
  worth(amount, count),
  // @ts-expect-error price and shares the other way round
  worth(count, quote),
  // @ts-expect-error an amount is no number of shares
  addShares(count, amount),
  // @ts-expect-error a budget is exact: an amount in cents has to be made so
  lotsWithin(amount, quote, count),
  // @ts-expect-error an exact amount is no amount in cents
  addCents(amount, exactOf(amount)),
  // @ts-expect-error the percentage comes first
  atMost(amount, part),
  // @ts-expect-error only amounts have a weight
  weight(quote, amount),
  // @ts-expect-error a float is no amount
  cents(1.5),
  // @ts-expect-error a text is no ticker before it was read as one
  name satisfies Ticker,
  // @ts-expect-error a sector is no ticker
  sector satisfies Ticker,
  // @ts-expect-error a text is no sector before it was read as one
  name satisfies Sector,
];

it('keeps the units apart', () => {
  expectTypeOf(worth(quote, count)).toEqualTypeOf<Cents>();
  expectTypeOf(addCents(amount, amount)).toEqualTypeOf<Cents>();
  expectTypeOf<Cents>().not.toExtend<Price>();
  expectTypeOf<Price>().not.toExtend<Cents>();
  expectTypeOf<Shares>().not.toExtend<Cents>();
  expectTypeOf<Pct>().not.toExtend<Shares>();
  expectTypeOf<bigint>().not.toExtend<Cents>();
  expectTypeOf<Cents>().toExtend<bigint>();
  expectTypeOf(sectorOf('Tech')).toEqualTypeOf<Sector>();
  expect(worth(quote, count)).toBe(amount);
});
