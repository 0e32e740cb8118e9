import * as z from 'zod';
import type { State } from '../../model/rehearsal.ts';
import { constraint } from '../constraint.ts';
import { percentage } from '../shapes.ts';
import { againstCap, pairUp } from '../weight-cap.ts';

const values = (state: State) => new Map([...state.positions.values()].map(({ ticker, value }) => [ticker, value]));

/** No single position may weigh too much. */
export const positionLimit = constraint({
  id: 'position_limit',
  sentence: 'After the plan every position weighs at most the limit of the total value.',
  exceptable: true,
  config: () =>
    z.strictObject({
      max_pct: percentage('The largest weight of a single position, in percent of the total value.'),
    }),
  check: ({ before, after }, limits) =>
    pairUp(values(before), values(after)).map((weighed) =>
      againstCap('position_limit', weighed, before, after, limits.max_pct),
    ),
});
