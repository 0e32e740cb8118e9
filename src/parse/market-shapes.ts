import * as z from 'zod';
import { once } from './once.ts';

const ranked = once(() => z.object({ sector: z.string(), rank: z.number() }));

const pickEntry = once(() =>
  z.strictObject({
    ticker: z.string(),
    sector: z.string(),
    price: z.number().optional(),
    conviction: z.number().optional(),
    weight: z.number().optional(),
    avg_daily_volume_usd: z.number().optional(),
  }),
);

/** The project's own shape of a market file. */
export const ownShape = once(() =>
  z.strictObject({
    as_of: z.string().optional(),
    confidence: z.number().optional(),
    sector_rankings: z.array(z.strictObject(ranked().shape)).optional(),
    picks: z.array(pickEntry()).optional(),
  }),
);

const regimeHead = once(() => z.looseObject({ confidence: z.number().optional() }));

/** The shape of the Market-Analyst's Regime.json, of which only this much is read. */
export const regimeShape = once(() =>
  z.looseObject({
    as_of: z.string().optional(),
    generated: z.string().optional(),
    date: z.string().optional(),
    regime: regimeHead().optional(),
    regimes: z
      .array(
        z.looseObject({
          sector_rankings: z.array(z.looseObject(ranked().shape)).optional(),
          regime: regimeHead().optional(),
          confidence: z.number().optional(),
        }),
      )
      .min(1),
  }),
);

/** The keys of the own shape, to suggest for unknown ones. */
export const marketKeys = (): readonly string[] => [
  ...Object.keys(ownShape().shape),
  ...Object.keys(pickEntry().shape),
  'rank',
];

export type Ranked = z.infer<ReturnType<typeof ranked>>;
export type PickEntry = z.infer<ReturnType<typeof pickEntry>>;
export type OwnShape = z.infer<ReturnType<typeof ownShape>>;
export type RegimeShape = z.infer<ReturnType<typeof regimeShape>>;
