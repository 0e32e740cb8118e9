import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/model/portfolio.ts';
import { gains } from '../../../src/validate/trust/gains.ts';
import { pct, price, stated, usd } from '../../account.ts';
import { documentThat, row, saidBy } from './claims.ts';

const NOTE = ['gain-differs note Portfolio.md:12'];
const gained = (statedGain: string, more: Partial<Row>) =>
  saidBy(gains, documentThat({ rows: [row({ statedGainPct: stated(pct(statedGain), 12), ...more })] }));
/** 200 shares at $1,000.00 that cost $800.00 each: a gain of 25 %. */
const perShare = { costPerShare: stated(price('800')) };
const inAll = { costTotal: stated(usd('160000')) };

describe('the stated gain is value against cost: 25 %', () => {
  it.each([
    ['25', perShare, []],
    ['25', inAll, []],
    ['25.1', perShare, []],
    ['24.9', inAll, []],
    ['25.100001', perShare, NOTE],
    ['24.899999', inAll, NOTE],
    ['-25', perShare, NOTE],
    ['2500', perShare, NOTE],
  ])('%s: a difference is never more than a note', (statedGain, cost, expected) => {
    expect(gained(statedGain, cost)).toEqual(expected);
  });

  it.each([
    ['a loss', '-20', { costPerShare: stated(price('1250')) }, []],
    ['the cost per share before the cost in all', '25', { ...perShare, costTotal: stated(usd('1')) }, []],
    ['no cost', '99', {}, []],
    ['a cost of nothing', '99', { costTotal: stated(usd('0')) }, []],
    ['a cost of ten-thousandths, to the cent', '25', { costPerShare: stated(price('799.9999')) }, []],
  ])('%s', (_, statedGain, cost, expected) => {
    expect(gained(statedGain, cost)).toEqual(expected);
  });
});
