import { expect, it } from 'vitest';
import { outlineOf } from '../../src/parse/outline-of.ts';
import { readCashPath } from '../../src/parse/read-cash-path.ts';
import { statedLimit } from '../../src/parse/stated-limit.ts';
import { at } from '../account.ts';

const said = (text: string) =>
  readCashPath(outlineOf(text, 'Portfolio.md')).points.map(
    ({ moment, amount }) => `${moment} ${amount.value} at ${amount.place.line}`,
  );

it.each([
  ['Starting cash $5,000 → ending cash $12,500', ['start 500000 at 1', 'end 1250000 at 1']],
  ['Starting cash: **$5,000.50**, ending cash: **$12.5K**', ['start 500050 at 1', 'end 1250000 at 1']],
  ['- Cash: $6,290.15 (2.5%) -> $12,578.80 (5%)', ['start 629015 at 1', 'end 1257880 at 1']],
  ['- Cash after: $12,500', ['end 1250000 at 1']],
  ['- Cash after all trades: ~$12,500', ['end 1250000 at 1']],
  ['- Cash after sales: $60,000', ['after-sales 6000000 at 1']],
  ['The resulting cash position is about $12,500.', ['end 1250000 at 1']],
  [
    '| What | Amount |\n|---|---|\n| Opening cash | $5,000 |\n| Final cash | $7,000 |',
    ['start 500000 at 3', 'end 700000 at 4'],
  ],
  ['**Cash balance:** $5,000', []],
  ['Cash 2.5% → 5%', []],
  ['Target cash after trades: $12,500', []],
  ['If the sale fails, remaining cash is $500.', []],
  ['~~Ending cash: $12,500~~', []],
  ['Cash dividends paid out $40', []],
])('%s', (text, expected) => {
  expect(said(text)).toEqual(expected);
});

it.each([
  ['Sell 2 shares of MSFT at a limit of $400.00', 4_000_000n],
  ['Sell 2 shares of MSFT (limit $84.1050)', 841_050n],
  ['Buy 2 MSFT, limit price: $1,084', 10_840_000n],
  ['Reduce MSFT to 10% (limit 40% of volume)', undefined],
  ['Buy 2 MSFT, limit $0', undefined],
  ['Sell 2 shares of MSFT', undefined],
])('%s', (text, expected) => {
  expect(statedLimit({ text, place: at(1) })?.value).toBe(expected);
});

it.each([
  ['Ending cash: $12,34567', ['decimal-comma approve 1']],
  ['Starting cash $5,000 → ending cash $12.345,67', ['start 500000', 'decimal-comma approve 1']],
])('what cannot be read is told: %s', (text, expected) => {
  const { points, issues } = readCashPath(outlineOf(text, 'Portfolio.md'));
  expect([
    ...points.map(({ moment, amount }) => `${moment} ${amount.value}`),
    ...issues.map(({ code, level, place }) => `${code} ${level} ${place?.line ?? 0}`),
  ]).toEqual(expected);
});
