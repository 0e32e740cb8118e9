import * as z from 'zod';
import type { Finding, FindingLevel, Origin } from '../../model/finding.ts';
import { compareRatios, pctRatio, subtractRatios, weight, type Ratio } from '../../model/ratio.ts';
import type { Rehearsal } from '../../model/rehearsal.ts';
import { ceilDivide, subtractCents, type Cents } from '../../model/units.ts';
import { constraint } from '../constraint.ts';
import { percentage } from '../shapes.ts';

/**
 * The floor after each order: the buffer; but while an account that started below the buffer has not reached it, the
 * most that cash has been so far, so that it may rise to the buffer and never falls back. The last order must end at the
 * buffer.
 */
const floors = ({ before, steps }: Rehearsal, buffer: Ratio): readonly Ratio[] => {
  let most = weight(before.cash, before.total);
  return steps.map((step, index) => {
    const floor = index === steps.length - 1 || compareRatios(most, buffer) >= 0 ? buffer : most;
    const is = weight(step.cash, step.total);
    if (compareRatios(is, most) > 0) most = is;
    return floor;
  });
};

/** Cash is safe after every order, in the order of typing. */
export const cashThroughout = constraint({
  id: 'cash_throughout',
  sentence:
    'After each order cash is not negative and not below the buffer; if it starts below, it never falls back and ends at the buffer or above.',
  exceptable: true,
  config: () =>
    z.strictObject({
      min_pct: percentage('The least cash after each order, in percent of the total value at that moment.'),
    }),
  check: (rehearsal, limits) => {
    const { before, steps } = rehearsal;
    const buffer = pctRatio(limits.min_pct);
    const floor = floors(rehearsal, buffer);
    return steps.map((step, index): Finding => {
      const limit = floor[index] ?? buffer;
      const previous = steps[index - 1] ?? before;
      const was = weight(previous.cash, previous.total);
      const is = weight(step.cash, step.total);
      const breach = compareRatios(is, limit) < 0;
      const level: FindingLevel = step.cash < 0n ? 'block' : breach ? 'approve' : 'pass';
      return {
        constraint: 'cash_throughout',
        subject: String(index + 1),
        level,
        limit: { unit: 'pct', value: limit },
        before: { unit: 'pct', value: was },
        after: { unit: 'pct', value: is },
        slack: { unit: 'pct', value: subtractRatios(is, limit) },
        slackUsd: subtractCents(step.cash, ceilDivide(limit.num * step.total, limit.den) as Cents),
        origin:
          level === 'pass'
            ? 'none'
            : originOf({
                start: weight(before.cash, before.total),
                is,
                floor: limit,
                buffer,
                last: index === steps.length - 1,
              }),
        detail: { ticker: step.trade.ticker, side: step.trade.side },
      };
    });
  },
});

interface Fall {
  readonly start: Ratio;
  readonly is: Ratio;
  readonly floor: Ratio;
  readonly buffer: Ratio;
  readonly last: boolean;
}

/**
 * The plan's doing where the account started at the buffer, or where an order on the way gave away what cash had
 * reached. Else the low start is inherited, and the plan moved cash up or down from there.
 */
const originOf = ({ start, is, floor, buffer, last }: Fall): Origin => {
  const gaveAway = !last && compareRatios(floor, start) > 0 && compareRatios(is, floor) < 0;
  if (gaveAway || compareRatios(start, buffer) >= 0) return 'caused';
  const moved = compareRatios(is, start);
  return moved < 0 ? 'worsened' : moved > 0 ? 'improved' : 'inherited';
};
