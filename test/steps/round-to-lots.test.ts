import { describe, expect, it } from 'vitest';
import { sectorOf } from '../../src/model/sector.ts';
import { exactOf } from '../../src/model/units.ts';
import type { Wanted } from '../../src/steps/1b-basket.ts';
import { roundToLots } from '../../src/steps/1b-round-to-lots.ts';
import { limits, price, shares, ticker, usd } from '../account.ts';
import { undone } from './ground-for.ts';

interface Wish {
  readonly each: string;
  readonly ideal: string;
  readonly group?: number;
  readonly held?: string;
  readonly cap?: string;
  readonly most?: string;
}

const wanted = (symbol: string, { each, ideal, group = 0, held = '0', cap = '1000000', most }: Wish): Wanted => ({
  candidate: {
    ticker: ticker(symbol),
    sector: sectorOf('Technology'),
    price: price(each),
    part: 1n,
    held: shares(held),
    cap: exactOf(usd(cap)),
    why: { rule: 'example', detail: {} },
    ...(most === undefined ? {} : { most: shares(most) }),
  },
  group,
  ideal: exactOf(usd(ideal)),
});

const NO_MINIMUM = { min_trade_usd: 0 };
const rounded = (wishes: Readonly<Record<string, Wish>>, rooms: readonly string[], cash: string, trading = {}) => {
  const outcome = roundToLots(
    Object.entries(wishes).map(([symbol, wish]) => wanted(symbol, wish)),
    rooms.map((room) => exactOf(usd(room))),
    exactOf(usd(cash)),
    limits({ trading: { ...NO_MINIMUM, ...trading } }),
  );
  const bought = outcome.bought.map((one) => `${one.wanted.candidate.ticker} ${one.shares / 1_000_000n}`);
  return [bought.join(', '), ...undone(outcome.suppressed)];
};

const A = { each: '30', ideal: '100' };
const B = { each: '40', ideal: '100' };

describe('roundToLots: down first, then one more for who is nearest to the next', () => {
  it.each([
    ['the nearest that fits', ['200'], '1000', {}, ['AA 4, BB 2']],
    ['a cent of cash short', ['200'], '199.99', {}, ['AA 3, BB 2']],
    ['a cent of room short', ['199.99'], '1000', {}, ['AA 3, BB 2']],
    ['room for the dearer one', ['210'], '1000', {}, ['AA 3, BB 3']],
    ['lots of two', ['200'], '1000', { lot: 2 }, ['AA 4, BB 2']],
    ['lots of three: too large for one of them', ['200'], '1000', { lot: 3 }, ['AA 6', 'BB 100.00 below-one-lot']],
    ['no cash', ['200'], '0', {}, ['', 'AA 100.00 below-one-lot', 'BB 100.00 below-one-lot']],
    ['less than no cash', ['200'], '-50', {}, ['', 'AA 100.00 below-one-lot', 'BB 100.00 below-one-lot']],
  ] as const)('%s', (_, rooms, cash, trading, expected) => {
    expect(rounded({ AA: A, BB: B }, rooms, cash, trading)).toEqual(expected);
  });

  it.each([
    ['the limit of a position', { ...A, cap: '100' }, ['AA 3, BB 2']],
    ['what is held of it', { ...A, held: '30', cap: '1019.99' }, ['AA 3, BB 2']],
    ['exactly up to the limit', { ...A, held: '30', cap: '1020' }, ['AA 4, BB 2']],
    ['a count of shares', { ...A, most: '3' }, ['AA 3, BB 2']],
  ])('never beyond %s', (_, first, expected) => {
    expect(rounded({ AA: first, BB: B }, ['200'], '1000')).toEqual(expected);
  });

  it('takes the ticker where two are as near', () => {
    const each = { each: '10', ideal: '15' };
    expect(rounded({ BB: each, AA: each }, ['30'], '1000')).toEqual(['BB 1, AA 2']);
  });

  it('uses up what is left, with whoever it still fits', () => {
    const wishes = { AA: { each: '500', ideal: '400' }, BB: { each: '1', ideal: '100' } };
    expect(rounded(wishes, ['500'], '1000')).toEqual(['AA 1', 'BB 100.00 below-one-lot']); // covers 400 instead of 100
    expect(rounded(wishes, ['600'], '1000')).toEqual(['AA 1, BB 100']);
    expect(rounded(wishes, ['601'], '1000')).toEqual(['AA 1, BB 101']);
  });

  it('keeps the rooms of the groups apart, and one cash for all', () => {
    const wishes = { AA: A, BB: { ...B, group: 1 } };
    expect(rounded(wishes, ['100', '120'], '1000')).toEqual(['AA 3, BB 3']);
    expect(rounded(wishes, ['120', '100'], '1000')).toEqual(['AA 4, BB 2']);
    expect(rounded(wishes, ['120', '120'], '210')).toEqual(['AA 3, BB 3']);
  });
});

describe('roundToLots: orders below the minimum', () => {
  const minimum = { min_trade_usd: 100 };

  it('are not made, and their money goes to the others', () => {
    const wishes = { AA: { each: '30', ideal: '60' }, BB: { each: '40', ideal: '140' } };
    expect(rounded(wishes, ['200'], '1000', minimum)).toEqual(['BB 5', 'AA 60.00 below-minimum']);
  });

  it.each([
    ['exactly the minimum is made', { each: '25', ideal: '100' }, ['AA 4']],
    ['a cent below is not', { each: '24.99', ideal: '99.99' }, ['', 'AA 99.96 below-minimum']],
    ['not even one share', { each: '500', ideal: '99' }, ['', 'AA 99.00 below-one-lot']],
  ])('%s', (_, wish, expected) => {
    expect(rounded({ AA: wish }, [wish.ideal], '1000', minimum)).toEqual(expected);
  });
});

describe('roundToLots: prices with ten-thousandths', () => {
  it.each([
    ['half a cent is kept free for rounding', '100.00', ['AA 2']],
    ['with that cent it fits', '100.01', ['AA 3']],
  ])('%s', (_, room, expected) => {
    expect(rounded({ AA: { each: '33.3333', ideal: '100.00' } }, [room], '1000')).toEqual(expected);
  });
});
