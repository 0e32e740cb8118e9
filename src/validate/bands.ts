import * as z from 'zod';
import { percentage } from './shapes.ts';

/** How far weights may drift from their targets before `--within-band` trades them. */
export const bandsShape = () =>
  z.strictObject({
    points: percentage('A weight may drift from its target by this many points.'),
    relative_pct: percentage('A weight may drift from its target by this part of the target, in percent.'),
    rule: z
      .enum(['narrower', 'wider'])
      .describe('Which of the two is the band: the narrower one (the 5/25 convention), or the wider one.'),
  });

export type Bands = z.output<ReturnType<typeof bandsShape>>;
