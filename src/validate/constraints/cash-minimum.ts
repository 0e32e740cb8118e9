import * as z from 'zod';
import type { FindingLevel } from '../../model/finding.ts';
import { compareRatios, pctRatio, subtractRatios, weight, type Ratio } from '../../model/ratio.ts';
import { atLeast, maxCents, SCALE, subtractCents, writeDecimal, type Cents } from '../../model/units.ts';
import { constraint } from '../constraint.ts';
import { originAgainstFloor } from '../origin.ts';
import { dollars, percentage } from '../shapes.ts';

const higher = (a: Ratio, b: Ratio): Ratio => (compareRatios(a, b) >= 0 ? a : b);

/** Cash must remain. */
export const cashMinimum = constraint({
  id: 'cash_minimum',
  sentence:
    'After the plan cash is at least the minimum, in percent of the total value and in dollars; below the warning it is a note.',
  exceptable: true,
  config: () =>
    z
      .strictObject({
        min_pct: percentage('The least cash at the end, in percent of the total value.'),
        warn_pct: percentage('Below this much cash at the end the report has a note, in percent.'),
        min_usd: dollars('The least cash at the end in dollars; the larger of the two minimums counts.'),
      })
      .refine(({ min_pct, warn_pct }) => warn_pct >= min_pct, {
        path: ['warn_pct'],
        message: 'at least as much as cash_minimum.min_pct',
      }),
  check: ({ before, after }, { min_pct, warn_pct, min_usd }) => {
    const floorOf = (total: Cents): Ratio => higher(pctRatio(min_pct), weight(min_usd, total));
    const floor = floorOf(after.total);
    const was = weight(before.cash, before.total);
    const is = weight(after.cash, after.total);
    const level: FindingLevel =
      compareRatios(is, floor) < 0 || after.cash < min_usd
        ? 'approve'
        : compareRatios(is, pctRatio(warn_pct)) < 0
          ? 'note'
          : 'pass';
    const least: Cents = maxCents(atLeast(min_pct, after.total), min_usd);
    return [
      {
        constraint: 'cash_minimum',
        subject: 'Cash',
        level,
        limit: { unit: 'pct', value: floor },
        before: { unit: 'pct', value: was },
        after: { unit: 'pct', value: is },
        slack: { unit: 'pct', value: subtractRatios(is, floor) },
        slackUsd: subtractCents(after.cash, least),
        origin: originAgainstFloor(was, is, floorOf(before.total), floor),
        detail: { warning: writeDecimal(warn_pct, SCALE.pct) },
      },
    ];
  },
});
