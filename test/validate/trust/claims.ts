// Documents that state figures about an account of $1,000,000.00, and what reconciling one figure says, in short.
import type { ResolvedDirective } from '../../../src/model/directive.ts';
import type { Row } from '../../../src/model/portfolio.ts';
import { sectorOf } from '../../../src/model/sector.ts';
import { pctRatio, weight } from '../../../src/model/ratio.ts';
import type { Statements, TrustCheck } from '../../../src/validate/trust-check.ts';
import { account, at, holding, limits, pct, price, shares, ticker, usd } from '../../account.ts';

/** An hour before the session of the documents' day ends. */
export const NOW = '2026-01-08T15:00:00-05:00';

type Claimed = NonNullable<NonNullable<Parameters<typeof account>[2]>['claims']>;

/** $1,000,000.00: a tenth in cash, a fifth in Technology, the rest in Funds. */
export const documentThat = (claims: Claimed, more: Partial<Statements> = {}): Statements => ({
  portfolio: account('100000', [holding('MSFT', 'Technology', '200000'), holding('SPY', 'Funds', '700000')], {
    claims,
  }),
  directives: [],
  stocks: [],
  now: NOW,
  ...more,
});

/** One row of the holdings table: 200 shares at $1,000.00, a fifth of the account. */
export const row = (more: Partial<Row> = {}): Row => ({
  ticker: ticker('MSFT'),
  shares: shares('200'),
  price: price('1000'),
  place: at(10),
  ...more,
});

/** `code level line`: what a reconciliation says, with the default tiers or some of its own. */
export const saidBy = (check: TrustCheck, statements: Statements, trust: Readonly<Record<string, number>> = {}) =>
  check(statements, limits({ trust }).trust).map(
    ({ code, level, place }) => `${code} ${level} ${place?.file ?? ''}:${place?.line ?? 0}`,
  );

/** A directive to take Technology from its 20 % to a target, with what its line states besides. */
export const towards = (
  target: string,
  change: string,
  more: Partial<ResolvedDirective['directive']> = {},
): ResolvedDirective =>
  ({
    directive: {
      kind: 'sector',
      id: 'sector:Technology',
      direction: 'set',
      sector: sectorOf('Technology'),
      place: at(30),
      text: 'Technology',
      target: pct(target),
      ...more,
    },
    subject: 'Technology',
    action: change.startsWith('-') ? 'SELL' : 'BUY',
    current: weight(usd('200000'), usd('1000000')),
    target: pctRatio(pct(target)),
    change: usd(change),
  }) as ResolvedDirective;
