import { describe, expect, it } from 'vitest';
import type { ResolvedDirective } from '../../../src/model/directive.ts';
import { sectorOf } from '../../../src/model/sector.ts';
import { limitPrices } from '../../../src/validate/trust/limit-prices.ts';
import { at, market, price, shares, stated, ticker } from '../../account.ts';
import { documentThat, saidBy } from './claims.ts';

const NVDA = {
  ticker: ticker('NVDA'),
  sector: sectorOf('Technology'),
  price: price('100'),
  place: at(5, 'market.json'),
};

/** An instruction for NVDA, whose last price is $100.00, with a limit. */
const limited = (limit: string | undefined, symbol = 'NVDA') => {
  const directive = {
    directive: {
      kind: 'ticker',
      ticker: ticker(symbol),
      aim: { kind: 'shares', shares: shares('2') },
      ...(limit === undefined ? {} : { limit: stated(price(limit), 30) }),
    },
    subject: symbol,
  } as ResolvedDirective;
  return documentThat({}, { directives: [directive], market: market({ picks: [NVDA] }) });
};

describe('a stated limit is near the last price of $100.00', () => {
  it.each([
    [undefined, []],
    ['100', []],
    ['100.01', ['limit-differs note Portfolio.md:30']],
    ['105', ['limit-differs note Portfolio.md:30']],
    ['95', ['limit-differs note Portfolio.md:30']],
    ['105.0001', ['limit-differs approve Portfolio.md:30']],
    ['94.9999', ['limit-differs approve Portfolio.md:30']],
    ['999.9999', ['limit-differs approve Portfolio.md:30']],
    ['1000', ['limit-differs block Portfolio.md:30']],
    ['10.0001', ['limit-differs approve Portfolio.md:30']],
    ['10', ['limit-differs block Portfolio.md:30']],
  ])('%s', (limit, expected) => {
    expect(saidBy(limitPrices, limited(limit))).toEqual(expected);
  });

  it('says nothing where no price is known', () => {
    expect(saidBy(limitPrices, limited('1', 'LLY'))).toEqual([]);
  });

  it('takes the price of the account before that of the picks', () => {
    const statements = limited('1.05', 'MSFT'); // held at a dollar
    expect(saidBy(limitPrices, statements)).toEqual(['limit-differs note Portfolio.md:30']);
  });
});
