import * as z from 'zod';
import type { Finding, Measure } from '../../model/finding.ts';
import { addRatios, compareRatios, pctRatio, subtractRatios, weight, type Ratio } from '../../model/ratio.ts';
import type { State } from '../../model/rehearsal.ts';
import {
  floorDivide,
  fromNumber,
  HUNDRED_PCT,
  pct,
  roundDivide,
  SCALE,
  subtractCents,
  writeDecimal,
  type Cents,
  type Pct,
} from '../../model/units.ts';
import { constraint } from '../constraint.ts';
import { pairUp, type Weighed } from '../weight-cap.ts';

const NOTHING: Ratio = { num: 0n, den: 1n };

/** The rise as a part of what was there; undefined from nothing. */
const relativeRise = (rise: Ratio, before: Ratio): Ratio | undefined =>
  before.num === 0n ? undefined : { num: rise.num * before.den, den: rise.den * before.num };

/** The rise in percentage points for which this sector would be exactly at the limit. */
const largestRise = (limit: Pct, before: Ratio, measure: 'points' | 'relative'): Ratio =>
  measure === 'points' ? pctRatio(limit) : { num: before.num * limit, den: before.den * HUNDRED_PCT };

const check = (
  { subject, before, after }: Weighed,
  from: State,
  to: State,
  limit: Pct,
  measure: 'points' | 'relative',
): Finding => {
  const was = weight(before, from.total);
  const rise = subtractRatios(weight(after, to.total), was);
  const most = largestRise(limit, was, measure);
  const relative = relativeRise(rise, was);
  const points = (value: Ratio): Measure => ({ unit: 'points', value });
  const breach = rise.num > 0n && compareRatios(rise, most) > 0;
  return {
    constraint: 'sector_increase',
    subject,
    level: breach ? 'approve' : 'pass',
    limit: points(most),
    before: points(NOTHING),
    after: points(rise),
    slack: points(subtractRatios(most, rise)),
    slackUsd: subtractCents(partOf(addRatios(was, most), to.total), after),
    origin: breach ? 'caused' : 'none',
    detail: {
      measure,
      relative: relative === undefined ? '' : writeDecimal(roundDivide(relative.num * 10_000n, relative.den), 2),
    },
  };
};

/** The part of an amount that a ratio is, rounded down to the cent. */
const partOf = (share: Ratio, of: Cents): Cents => floorDivide(share.num * of, share.den) as Cents;

/** No sector may grow too fast in one plan. */
export const sectorIncrease = constraint({
  id: 'sector_increase',
  sentence:
    'No sector rises by more than the limit in one plan, in percentage points or relative to its weight before.',
  exceptable: true,
  config: () =>
    z.strictObject({
      max_increase: z
        .number()
        .min(0)
        .max(1000)
        .refine((value) => fromNumber(value, SCALE.pct) !== undefined, 'at most six decimals')
        .transform((value): Pct => pct(fromNumber(value, SCALE.pct) ?? 0n))
        .describe('The largest rise of a sector in one plan: percentage points, or percent of its weight before.'),
      measure: z
        .enum(['points', 'relative'])
        .describe('points: from 10 % to 60 % is a rise of 50. relative: from 10 % to 15 % is a rise of 50 %.'),
    }),
  check: ({ before, after }, limits) =>
    pairUp(before.sectors, after.sectors).map((weighed) =>
      check(weighed, before, after, limits.max_increase, limits.measure),
    ),
});
