import { describe, expect, it } from 'vitest';
import { rowValues } from '../../../src/validate/trust/row-values.ts';
import { limits, price, shares, stated, usd } from '../../account.ts';
import { documentThat, row, saidBy } from './claims.ts';

const valued = (value: string, count: string, each: string, trust = {}) =>
  saidBy(
    rowValues,
    documentThat({ rows: [row({ shares: shares(count), price: price(each), statedValue: stated(usd(value), 12) })] }),
    trust,
  );

describe('price × shares is the stated value', () => {
  it.each([
    ['the same', '10000.00', []],
    ['0.1 % more', '10010.00', []],
    ['0.1 % less', '9990.00', []],
    ['a cent beyond 0.1 %', '10010.01', ['row-value-differs approve Portfolio.md:12']],
    ['a cent below 0.1 %', '9989.99', ['row-value-differs approve Portfolio.md:12']],
    ['5 % more', '10500.00', ['row-value-differs approve Portfolio.md:12']],
    ['a cent beyond 5 %', '10500.01', ['row-value-differs block Portfolio.md:12']],
    ['nothing', '0.00', ['row-value-differs block Portfolio.md:12']],
  ])('$10,000.00: %s', (_, value, expected) => {
    expect(valued(value, '100', '100')).toEqual(expected);
  });

  it.each([
    ['a cent off', '5.01', []],
    ['two cents off', '5.02', ['row-value-differs approve Portfolio.md:12']],
  ])('a cent is allowed where 0.1 %% is less: %s', (_, value, expected) => {
    expect(valued(value, '1', '5')).toEqual(expected);
  });

  it('has its tolerance in the config', () => {
    expect(valued('10010.01', '100', '100', { row_tolerance_pct: 1 })).toEqual([]);
    expect(valued('10000.02', '100', '100', { row_tolerance_pct: 0 })).toHaveLength(1);
  });

  it('tells what it compared, and of whom', () => {
    const statements = documentThat({ rows: [row({ statedValue: stated(usd('210000'), 12) })] });
    expect(rowValues(statements, limits().trust)).toMatchObject([
      {
        subject: 'MSFT',
        detail: {
          stated: '$210,000.00',
          computed: '$200,000.00',
          gap: '$10,000.00',
          shares: '200',
          price: '$1,000.00',
        },
      },
    ]);
  });

  it('says nothing of rows that state no value', () => {
    expect(saidBy(rowValues, documentThat({ rows: [row()] }))).toEqual([]);
  });
});
