import { describe, expect, it } from 'vitest';
import { sectorOf } from '../../../src/model/sector.ts';
import { sectorMisplaced } from '../../../src/validate/trust/sector-misplaced.ts';
import { sectorValues } from '../../../src/validate/trust/sector-values.ts';
import { weights } from '../../../src/validate/trust/weights.ts';
import { account, at, holding, limits, pct, stated, usd } from '../../account.ts';
import { documentThat, saidBy, towards } from './claims.ts';

const AAPL = ['sector-misplaced approve Portfolio.md:12'];

/** $1,000,000.00: AAPL (4 %) stands under Energy, which is 34 % with it; Technology is 20 % without it. */
const portfolio = (more: Parameters<typeof account>[2] = {}) =>
  account(
    '100000',
    [
      holding('AAPL', 'Energy', '40000', '1', { place: at(12) }),
      holding('CVX', 'Energy', '100000'),
      holding('MSFT', 'Technology', '200000'),
      holding('SPY', 'Funds', '360000'),
      holding('XOM', 'Energy', '200000'),
    ],
    more,
  );
const stating = (weightsOf: Readonly<Record<string, string>>, values: Readonly<Record<string, string>> = {}) => ({
  ...documentThat({}),
  portfolio: portfolio({
    claims: {
      sectorWeights: Object.entries(weightsOf).map(([name, weight], index) => ({
        sector: sectorOf(name),
        pct: stated(pct(weight), 20 + index),
      })),
      sectorValues: Object.entries(values).map(([name, value], index) => ({
        sector: sectorOf(name),
        value: stated(usd(value), 20 + index),
      })),
    },
  }),
});

describe('one holding under a wrong sector', () => {
  it.each([
    ['none is wrong', { Energy: '34', Technology: '20', Funds: '36' }, []],
    ['the row that explains both weights', { Energy: '30', Technology: '24', Funds: '36' }, AAPL],
    ['within the silent tier', { Energy: '30.1', Technology: '23.9' }, AAPL],
    ['beyond it', { Energy: '30.100001', Technology: '24' }, []],
    ['the sector that it left is not stated', { Technology: '24' }, AAPL],
    ['two rows would be needed', { Energy: '20', Technology: '34' }, []],
    ['a third sector is wrong too', { Energy: '30', Technology: '24', Funds: '30' }, []],
    ['only one is wrong, by no row', { Energy: '33', Technology: '20' }, []],
  ])('%s', (_, claims, expected) => {
    expect(saidBy(sectorMisplaced, stating(claims as Readonly<Record<string, string>>))).toEqual(expected);
  });

  it('blocks where the weights would', () => {
    const claims = stating({ Energy: '24', Technology: '30' }); // CVX, 10 %
    expect(saidBy(sectorMisplaced, claims)).toEqual(['sector-misplaced block Portfolio.md:1']);
    expect(saidBy(sectorMisplaced, stating({ Energy: '30', Technology: '24' }), { approve_points: 3 })).toEqual([
      'sector-misplaced block Portfolio.md:12',
    ]);
  });

  it('is found by the "from" of an instruction where no breakdown is stated', () => {
    const directives = [towards('30', '100000', { from: stated(pct('24'), 31) })];
    expect(saidBy(sectorMisplaced, { ...stating({}), directives })).toEqual(AAPL);
  });

  it('is told instead of the weights and values of the two sectors, and of no other', () => {
    const statements = stating(
      { Energy: '30', Technology: '24', Funds: '36.05' },
      { Energy: '300000', Technology: '240000', Funds: '361000' },
    );
    expect(saidBy(weights, statements)).toEqual([]);
    expect(saidBy(sectorValues, statements)).toEqual(['sector-value-differs note Portfolio.md:22']);
  });

  it.each([
    ['none', {}, []],
    ['that of the first', { Technology: '240000' }, AAPL],
    ['that of the second', { Technology: '240050' }, ['sector-misplaced approve Portfolio.md:13']],
    ['neither', { Technology: '240020' }, []],
  ])('where two rows would do, the stated value settles it: %s', (_, values, expected) => {
    const { portfolio: own, ...rest } = stating({ Energy: '24', Technology: '24' }, values);
    const holdings = own.holdings.map((one) =>
      one.ticker === 'CVX' ? holding('CVX', 'Energy', '40050', '1', { place: at(13) }) : one,
    );
    const statements = { ...rest, portfolio: { ...own, holdings, cash: usd('159950') } };
    expect(saidBy(sectorMisplaced, statements)).toEqual(expected);
  });

  it('names both sectors', () => {
    expect(sectorMisplaced(stating({ Energy: '30', Technology: '24' }), limits().trust)).toMatchObject([
      { subject: 'AAPL', detail: { sector: 'Energy', other: 'Technology', stated: '24%' } },
    ]);
  });
});
