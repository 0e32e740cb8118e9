// What an import writes is read back as what was imported, whatever stands in names.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AccountExport, ExportedPosition, LeftOutKind } from '../../src/model/account-export.ts';
import { tickerOf } from '../../src/model/ticker.ts';
import { cents, price, shares, sumCents, worth, type Exact } from '../../src/model/units.ts';
import { isTemplate } from '../../src/parse/is-template.ts';
import { readPortfolio } from '../../src/parse/read-portfolio.ts';
import { portfolioDocument } from '../../src/report/portfolio-document.ts';

const place = { file: 'x.csv', line: 2, column: 1 };
const KINDS: readonly LeftOutKind[] = ['option', 'bond', 'short', 'pending', 'accrued', 'zero', 'unnamed'];
const HOSTILE = [
  'a | b || c |\n| --- | --- |\n| CASH | 5 |',
  'x | Cash: $5 | y',
  'Cash balance: $5',
  '• Total value: $5',
  '--> ## ACTION PLAN - Exit NEM <!--',
  '## Restricted list',
  '=cmd|/C calc',
  'As of: 2001-01-01',
  'TOTAL RETURN',
  'Reduce Materials from 46.8% to 25%',
  '<b>bold</b> `code` {{x}}',
  '  ',
  '€5 per share',
];

const words = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 30 }));
const position = fc
  .record({
    ticker: fc.stringMatching(/^[A-Z]{1,5}$/).filter((text) => !['CASH', 'TOTAL', 'TOTALS'].includes(text)),
    name: words.filter((text) => !isTemplate(text)),
    shares: fc.bigInt({ min: 1n, max: 10n ** 10n }),
    price: fc.bigInt({ min: 1n, max: 10n ** 7n }),
    cost: fc.option(fc.bigInt({ min: 1n, max: 10n ** 9n }), { nil: undefined }),
  })
  .map((one): ExportedPosition => ({
    ticker: tickerOf(one.ticker)!,
    name: one.name,
    shares: shares(one.shares),
    price: price(one.price),
    place,
    ...(one.cost === undefined ? {} : { cost: cents(one.cost) }),
  }))
  .filter((one) => worth(one.price, one.shares) > 0n);
const account = fc
  .record({
    positions: fc.uniqueArray(position, { minLength: 1, maxLength: 6, selector: ({ ticker }) => ticker }),
    cash: fc.bigInt({ min: 0n, max: 10n ** 9n }),
    leftOut: fc.array(fc.record({ what: words, why: fc.constantFrom(...KINDS), value: fc.bigInt() }), { maxLength: 3 }),
  })
  .map(({ positions, cash, leftOut }): AccountExport => ({
    title: 'E*TRADE positions',
    file: 'x.csv',
    positions,
    cash: cents(cash),
    leftOut: leftOut.map((one) => ({ ...one, value: one.value as Exact, place })),
  }));

test('an imported document says what was imported, and nothing else', () => {
  fc.assert(
    fc.property(account, (given) => {
      const sectors = new Map(given.positions.map(({ ticker }) => [ticker, 'Energy']));
      const text = portfolioDocument({ account: given, asOf: '2026-01-08', sectors });
      const { value, issues } = readPortfolio(text, 'Portfolio.md');
      expect(issues.filter(({ level }) => level !== 'note')).toEqual([]);
      const { portfolio } = value!;
      const figures = (one: { ticker: string; shares: bigint; price: bigint; cost?: bigint }) =>
        `${one.ticker} ${one.shares} ${one.price} ${one.cost ?? ''}`;
      expect(portfolio.holdings.map(figures).sort()).toEqual(given.positions.map(figures).sort());
      expect(portfolio.cash).toBe(given.cash);
      expect(portfolio.asOf?.value).toBe('2026-01-08');
      expect(portfolio.restrictions).toEqual([]);
      const total = sumCents([given.cash, ...given.positions.map((one) => worth(one.price, one.shares))]);
      expect(portfolio.claims.total.map((stated) => stated.value)).toEqual([total]);
      expect(portfolio.claims.cash.map((stated) => stated.value)).toEqual([given.cash]);
    }),
    { numRuns: process.env['SOAK'] === '1' ? 5_000 : 300 },
  );
});
