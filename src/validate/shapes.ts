import * as z from 'zod';
import { cents, fromNumber, pct, SCALE, type Cents, type Pct } from '../model/units.ts';

/** A percentage as people write it in the config: 0 to 100, at most six decimals. */
export const percentage = (meaning: string) =>
  z
    .number()
    .min(0)
    .max(100)
    .refine((value) => fromNumber(value, SCALE.pct) !== undefined, 'at most six decimals')
    .transform((value): Pct => pct(fromNumber(value, SCALE.pct) ?? 0n))
    .describe(meaning);

/** An amount of dollars, not negative, at most two decimals. */
export const dollars = (meaning: string) =>
  z
    .number()
    .min(0)
    .max(1_000_000_000_000)
    .refine((value) => fromNumber(value, SCALE.cents) !== undefined, 'at most two decimals')
    .transform((value): Cents => cents(fromNumber(value, SCALE.cents) ?? 0n))
    .describe(meaning);
