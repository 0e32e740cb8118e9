import * as z from 'zod';
import type { Finding } from '../../model/finding.ts';
import { forbids, type Restriction } from '../../model/portfolio.ts';
import { compareText } from '../../model/order.ts';
import type { Rehearsal } from '../../model/rehearsal.ts';
import { tickerOf } from '../../model/ticker.ts';
import { constraint } from '../constraint.ts';

const ticker = () =>
  z
    .string()
    .refine((text) => tickerOf(text) !== undefined, 'a ticker in capitals, such as BRK.B')
    .describe('The ticker, in capitals.');

const check = (restriction: Restriction, { before, after, steps, day }: Rehearsal): Finding => {
  const traded = steps.some(
    ({ trade }) => trade.ticker === restriction.ticker && forbids(restriction, trade.side, day),
  );
  const inForce = forbids(restriction, 'BUY', day) || forbids(restriction, 'SELL', day);
  const held = inForce && after.positions.has(restriction.ticker);
  return {
    constraint: 'restrictions',
    subject: restriction.ticker,
    level: traded ? 'block' : held ? 'note' : 'pass',
    limit: { unit: 'flag', value: false },
    before: { unit: 'flag', value: false },
    after: { unit: 'flag', value: traded },
    slack: { unit: 'flag', value: !traded },
    origin: traded ? 'caused' : 'none',
    detail: {
      scope: restriction.scope,
      until: restriction.until ?? '',
      reason: restriction.reason ?? '',
      held: before.positions.has(restriction.ticker),
    },
  };
};

/** Tickers cannot hold a space, so that this sorts by ticker, scope, last day and reason. */
const sortKey = ({ ticker, scope, until, reason }: Restriction): string =>
  [ticker, scope, until ?? '', reason ?? ''].join(' ');

/** What may not be traded is not traded. */
export const restrictions = constraint({
  id: 'restrictions',
  sentence: 'No restricted ticker is traded on a restricted side; holding one is a note.',
  exceptable: false,
  config: () =>
    z.strictObject({
      tickers: z
        .array(
          z.strictObject({
            ticker: ticker(),
            scope: z.enum(['buy', 'sell', 'both']).default('both').describe('Which side of a trade is forbidden.'),
            until: z.iso.date().optional().describe('The last day (YYYY-MM-DD) on which the restriction holds.'),
            reason: z.string().optional().describe('Why, for the report.'),
          }),
        )
        .describe('Tickers that may not be traded, besides those that the portfolio document names.'),
    }),
  check: (rehearsal) =>
    [...rehearsal.restrictions]
      .sort((a, b) => compareText(sortKey(a), sortKey(b)))
      .map((restriction) => check(restriction, rehearsal)),
});
