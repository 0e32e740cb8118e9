import { describe, expect, it } from 'vitest';
import { dollarAmounts } from '../../../src/validate/trust/dollar-amounts.ts';
import { at, limits, stated, usd } from '../../account.ts';
import { documentThat, saidBy, towards } from './claims.ts';

/** Technology from 20 % to 14 %: $60,000.00 to sell. */
const selling = (dollars: string, change = '-60000') =>
  documentThat({}, { directives: [towards('14', change, { dollars: stated(usd(dollars), 31) })] });

describe('the dollars of a directive are what its percentages mean: -$60,000.00 of $1,000,000.00', () => {
  it.each([
    ['-60000', []],
    ['60000', []],
    ['-61000', []],
    ['-59000', []],
    ['-61000.01', ['dollars-differ note Portfolio.md:31']],
    ['-58999.99', ['dollars-differ note Portfolio.md:31']],
    ['-65000', ['dollars-differ note Portfolio.md:31']],
    ['-65000.01', ['dollars-differ approve Portfolio.md:31']],
    ['-110000', ['dollars-differ approve Portfolio.md:31']],
    ['-110000.01', ['dollars-differ block Portfolio.md:31']],
    ['-9999.99', ['dollars-differ block Portfolio.md:31']],
  ])('%s', (dollars, expected) => {
    expect(saidBy(dollarAmounts, selling(dollars))).toEqual(expected);
  });

  it.each([
    ['of the same size needs approval', '-60000', '60000', 'approve'],
    ['is no excuse for a gross difference', '-200000', '1000', 'block'],
  ])('a minus on a purchase %s', (_, dollars, change, level) => {
    expect(saidBy(dollarAmounts, selling(dollars, change))).toEqual([`dollars-differ ${level} Portfolio.md:31`]);
  });

  it('says nothing of a hold, nor where no dollars are stated', () => {
    const hold = towards('20', '0', { direction: 'hold', dollars: stated(usd('-50000'), 31) });
    const statements = documentThat({}, { directives: [hold, towards('14', '-60000')] });
    expect(saidBy(dollarAmounts, statements)).toEqual([]);
  });

  it('tells an amount that cannot be read', () => {
    const unread = towards('14', '-60000', {
      dollarsUnread: { value: { text: '$4,85783', code: 'decimal-comma' }, place: at(31) },
    });
    expect(saidBy(dollarAmounts, documentThat({}, { directives: [unread] }))).toEqual([
      'decimal-comma approve Portfolio.md:31',
    ]);
  });

  it('tells both figures, the gap and its points', () => {
    const [issue] = dollarAmounts(selling('-80000'), limits().trust);
    expect(issue).toMatchObject({
      subject: 'Technology',
      detail: {
        stated: '-$80,000.00',
        computed: '-$60,000.00',
        gap: '$20,000.00',
        total: '$1,000,000.00',
        points: '2%',
      },
    });
  });
});
