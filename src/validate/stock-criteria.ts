import * as z from 'zod';
import { percentage } from './shapes.ts';

/** The section of the config with the limits of the six criteria. */
export const stockCriteriaShape = () =>
  z.strictObject({
    min_conviction: percentage('The least conviction of a pick, 0 to 100.'),
    max_position_pct: percentage('The largest resulting weight of the position, in percent.'),
    max_sector_pct: percentage('The largest resulting weight of its sector, in percent.'),
    min_cash_pct: percentage('The least cash after the purchase, in percent.'),
    max_sector_rank: z.number().int().min(1).max(100).describe('The worst sector rank (1 is best) that passes.'),
    when_no_market: z
      .enum(['fail', 'skip'])
      .describe('Whether a pick fails regime_alignment when there is no market file, or the criterion is skipped.'),
  });

/** The limits of the six criteria. */
export type StockCriteria = z.output<ReturnType<typeof stockCriteriaShape>>;
