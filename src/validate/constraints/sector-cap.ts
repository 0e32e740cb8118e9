import * as z from 'zod';
import { sectorOf } from '../../model/sector.ts';
import { constraint } from '../constraint.ts';
import { percentage } from '../shapes.ts';
import { againstCap, pairUp } from '../weight-cap.ts';

/** No sector may weigh too much. */
export const sectorCap = constraint({
  id: 'sector_cap',
  sentence: 'After the plan every sector weighs at most its cap of the total value, holdings and cash.',
  exceptable: true,
  config: () =>
    z.strictObject({
      max_pct: percentage('The largest weight of each sector that has no override, in percent of the total value.'),
      overrides: z
        .record(z.string(), percentage('The largest weight of this sector, in percent.'))
        .describe('Caps of single sectors by name, in percent; they replace max_pct.'),
    }),
  check: ({ before, after }, limits) => {
    const overrides = new Map(Object.entries(limits.overrides).map(([name, cap]) => [sectorOf(name) as string, cap]));
    return pairUp(before.sectors, after.sectors).map((weighed) =>
      againstCap('sector_cap', weighed, before, after, overrides.get(weighed.subject) ?? limits.max_pct),
    );
  },
});
