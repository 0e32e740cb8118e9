import * as z from 'zod';
import { fromNumber, SCALE, shares, type Shares } from '../model/units.ts';
import { tickerOf } from '../model/ticker.ts';
import { percentage } from './shapes.ts';

const count = (meaning: string) =>
  z
    .number()
    .min(0)
    .max(1_000_000_000)
    .refine((value) => fromNumber(value, SCALE.shares) !== undefined, 'at most six decimals')
    .transform((value): Shares => shares(fromNumber(value, SCALE.shares) ?? 0n))
    .describe(meaning);

const lockShape = () =>
  z
    .strictObject({
      ticker: z
        .string()
        .refine((text) => tickerOf(text) !== undefined, 'a ticker in capitals, such as BRK.B')
        .describe('The ticker, in capitals.'),
      kind: z
        .enum(['no_buy', 'no_sell', 'hold'])
        .describe('Buy no more of it, sell none of it, or hold it within a range.'),
      min_shares: count('Hold: keep at least so many shares.').optional(),
      max_shares: count('Hold: end with at most so many shares.').optional(),
      min_pct: percentage('Hold: keep at least this weight, in percent of the account.').optional(),
      max_pct: percentage('Hold: end with at most this weight, in percent of the account.').optional(),
      reason: z.string().trim().min(1).max(200).describe('Why, for the report.'),
      until: z.iso.date('a day that exists, as YYYY-MM-DD').describe('The last day (YYYY-MM-DD) on which it holds.'),
    })
    .refine(({ min_shares = shares(0n), max_shares }) => max_shares === undefined || min_shares <= max_shares, {
      path: ['max_shares'],
      message: 'at least as many as min_shares',
    })
    .refine(({ min_pct = 0n, max_pct }) => max_pct === undefined || min_pct <= max_pct, {
      path: ['max_pct'],
      message: 'at least as much as min_pct',
    })
    .refine(
      ({ kind, min_shares, max_shares, min_pct, max_pct }) =>
        (kind === 'hold') === [min_shares, max_shares, min_pct, max_pct].some((bound) => bound !== undefined),
      { path: ['kind'], message: 'hold with a range, or no_buy or no_sell without one' },
    );

/** What a person prefers not to be traded for now; no law, unlike the restrictions. */
export const locksShape = () =>
  z.strictObject({
    tickers: z.array(lockShape()).describe('Tickers that are not to be bought, sold, or moved out of a range for now.'),
  });

/** One lock of the config. */
export type Lock = z.output<ReturnType<typeof lockShape>>;
