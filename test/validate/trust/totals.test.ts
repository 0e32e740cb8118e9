import { describe, expect, it } from 'vitest';
import { totals } from '../../../src/validate/trust/totals.ts';
import { limits, stated, usd } from '../../account.ts';
import { documentThat, saidBy } from './claims.ts';

const TOTAL = 'total-differs';

describe('the stated total is holdings and cash: $1,000,000.00', () => {
  it.each([
    ['1000000.00', []],
    ['1000000.01', []],
    ['999999.99', []],
    ['1000000.02', [`${TOTAL} note Portfolio.md:20`]],
    ['999999.98', [`${TOTAL} note Portfolio.md:20`]],
    ['1000001.00', [`${TOTAL} note Portfolio.md:20`]],
    ['1001000.00', [`${TOTAL} note Portfolio.md:20`]],
    ['1005000.00', [`${TOTAL} note Portfolio.md:20`]],
    ['1005000.01', [`${TOTAL} approve Portfolio.md:20`]],
    ['995000.00', [`${TOTAL} note Portfolio.md:20`]],
    ['994999.99', [`${TOTAL} approve Portfolio.md:20`]],
    ['1050000.00', [`${TOTAL} approve Portfolio.md:20`]],
    ['1050000.01', [`${TOTAL} block Portfolio.md:20`]],
    ['0.00', [`${TOTAL} block Portfolio.md:20`]],
  ])('%s', (total, expected) => {
    expect(saidBy(totals, documentThat({ total: [stated(usd(total), 20)] }))).toEqual(expected);
  });

  it('compares every statement, each at its place', () => {
    const claims = {
      total: [stated(usd('1000000'), 20), stated(usd('1000002'), 3)],
      invested: [stated(usd('900000'), 4), stated(usd('900000.02'), 5)],
    };
    expect(saidBy(totals, documentThat(claims))).toEqual([
      'total-differs note Portfolio.md:3',
      'invested-differs note Portfolio.md:5',
    ]);
  });

  it.each([
    ['904500.00', 'note'],
    ['904500.01', 'approve'],
    ['945000.00', 'approve'],
    ['945000.01', 'block'],
  ])('the invested part is measured on itself ($900,000.00): %s', (invested, level) => {
    expect(saidBy(totals, documentThat({ invested: [stated(usd(invested), 21)] }))).toEqual([
      `invested-differs ${level} Portfolio.md:21`,
    ]);
  });

  it('tells both figures and the gap', () => {
    const [issue] = totals(documentThat({ total: [stated(usd('1000001'), 20)] }), limits().trust);
    expect(issue?.detail).toMatchObject({ stated: '$1,000,001.00', computed: '$1,000,000.00', gap: '$1.00' });
  });
});
