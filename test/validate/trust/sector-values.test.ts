import { describe, expect, it } from 'vitest';
import { sectorOf } from '../../../src/model/sector.ts';
import { sectorValues } from '../../../src/validate/trust/sector-values.ts';
import { limits, stated, usd } from '../../account.ts';
import { documentThat, saidBy } from './claims.ts';

/** Technology is $200,000.00 of $1,000,000.00. */
const valued = (value: string, sector = 'Tech') =>
  documentThat({ sectorValues: [{ sector: sectorOf(sector), value: stated(usd(value), 20) }] });

describe('the stated value of a sector is the sum of its rows: $200,000.00', () => {
  it.each([
    ['200000', []],
    ['200200', []],
    ['199800', []],
    ['200200.01', ['sector-value-differs note Portfolio.md:20']],
    ['199799.99', ['sector-value-differs note Portfolio.md:20']],
    ['205000', ['sector-value-differs note Portfolio.md:20']],
    ['205000.01', ['sector-value-differs approve Portfolio.md:20']],
    ['250000', ['sector-value-differs approve Portfolio.md:20']],
    ['250000.01', ['sector-value-differs block Portfolio.md:20']],
    ['2000000', ['sector-value-differs block Portfolio.md:20']],
  ])('%s', (value, expected) => {
    expect(saidBy(sectorValues, valued(value))).toEqual(expected);
  });

  it.each([
    ['0', []],
    ['0.01', []],
    ['0.02', ['sector-value-differs note Portfolio.md:20']],
    ['1', ['sector-value-differs note Portfolio.md:20']],
  ])('of a sector that is not held: %s', (value, expected) => {
    expect(saidBy(sectorValues, valued(value, 'Energy'))).toEqual(expected);
  });

  it('tells both figures', () => {
    expect(sectorValues(valued('201000'), limits().trust)).toMatchObject([
      { subject: 'Technology', detail: { stated: '$201,000.00', computed: '$200,000.00', gap: '$1,000.00' } },
    ]);
  });
});
