import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/model/portfolio.ts';
import { currencyImplied } from '../../../src/validate/trust/currency-implied.ts';
import { rowValues } from '../../../src/validate/trust/row-values.ts';
import { limits, price, shares, stated, usd } from '../../account.ts';
import { documentThat, row, saidBy } from './claims.ts';

const BLOCK = ['currency-implied block Portfolio.md:20'];

/** Rows of 100, 50 and 10 shares at $100.00, $40.00 and $300.00, with what is stated as their values. */
const rows = (...values: readonly (string | undefined)[]): readonly Row[] =>
  values.map((value, index) => {
    const of = [
      ['100', '100'],
      ['50', '40'],
      ['10', '300'],
      ['1', '1000'],
    ][index] as [string, string];
    const claim = value === undefined ? {} : { statedValue: stated(usd(value), 20 + index) };
    return row({ shares: shares(of[0]), price: price(of[1]), ...claim });
  });

describe('one factor between price × shares and the value of every row', () => {
  it.each([
    ['none', ['10000', '2000', '3000'], []],
    ['pence', ['100', '20', '30'], BLOCK],
    ['pounds under a column of pence', ['1000000', '200000', '300000'], BLOCK],
    ['a rate of exchange', ['7900', '1580', '2370'], BLOCK],
    ['a rate just beyond a row’s tolerance', ['10010.01', '2002.01', '3003.01'], BLOCK],
    ['within a row’s tolerance', ['10010', '2002', '3003'], []],
    ['a factor that holds within a row’s tolerance', ['7900', '1581.58', '2370'], BLOCK],
    ['a factor that does not', ['7900', '1581.59', '2370'], []],
    ['one row that is right', ['7900', '1580', '3000'], []],
    ['two rows only', ['7900', '1580'], []],
    ['a row without a value', ['7900', '1580', '2370', undefined], BLOCK],
    ['a value of nothing', ['7900', '1580', '2370', '0'], []],
    ['other signs', ['-7900', '-1580', '-2370'], []],
  ])('%s', (_, values, expected) => {
    expect(saidBy(currencyImplied, documentThat({ rows: rows(...values) }))).toEqual(expected);
  });

  it('is told once, and not again row by row', () => {
    expect(saidBy(rowValues, documentThat({ rows: rows('7900', '1580', '2370') }))).toEqual([]);
    expect(saidBy(rowValues, documentThat({ rows: rows('7900', '1580', '3000') }))).toHaveLength(2);
  });

  it.each([
    [['100', '20', '30'], '0.01', true],
    [['1000000', '200000', '300000'], '100', true],
    [['7900', '1580', '2370'], '0.79', false],
    [['101', '20.2', '30.3'], '0.0101', true],
    [['102', '20.4', '30.6'], '0.0102', false],
  ])('names the factor of %j: %s', (values, factor, hundredfold) => {
    const [issue] = currencyImplied(documentThat({ rows: rows(...values) }), limits().trust);
    expect(issue?.detail).toMatchObject({ rows: 3, factor, hundredfold });
  });
});
