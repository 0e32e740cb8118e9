import * as z from 'zod';
import { dollars, percentage } from './shapes.ts';

/** How trades are made from directives. */
export const tradingShape = () =>
  z.strictObject({
    lot: z.number().int().min(1).max(10_000).describe('Orders are whole multiples of this many shares.'),
    sell_order: z
      .enum(['gain_desc', 'gain_asc', 'value_desc'])
      .describe('Which holding of a sector is sold first: highest gain, lowest gain, or largest value.'),
    objective: z
      .enum(['seed', 'fewest_orders'])
      .describe(
        'How orders are chosen: as the founding document says, or as few as bring each sector near its target.',
      ),
    sector_tolerance_bp: z
      .number()
      .int()
      .min(0)
      .max(1_000)
      .describe('With the fewest orders: how far each sector may end from its target, in hundredths of a percent.'),
    min_trade_usd: dollars('An order below this value is not made but listed.'),
    max_picks_per_sector: z.number().int().min(1).max(100).describe('How many picks a sector is spread over at most.'),
    fee_per_order_usd: dollars('What the broker charges for each order.'),
    range_target: z
      .enum(['ask', 'low', 'mid', 'high'])
      .describe('What a target such as 20–25 % means; ask: it is ambiguous and a person must decide.'),
  });

/** How much a document may differ from what is recomputed. */
export const trustShape = () =>
  z.strictObject({
    silent_points: percentage('Stated percentages may differ by this many points without a word.'),
    note_points: percentage('Up to this many points a difference is a note.'),
    approve_points: percentage('Up to this many points a difference needs approval; above, the plan is blocked.'),
    row_tolerance_pct: percentage('A stated value may differ from price × shares by this much, or by a cent.'),
    price_gap_pct: percentage('Prices of one ticker in two inputs may differ by this much.'),
    closure_points: percentage(
      'The targets may miss 100 % by this many points; buys are then scaled to keep the cash floor.',
    ),
  });

/** Who is asked when a plan needs approval. */
export const approvalsShape = () =>
  z.strictObject({
    routing: z.string().min(1).max(80).describe('Who decides on exceptions.'),
    sla_minutes: z.number().int().min(1).max(10_080).describe('Within how many minutes.'),
  });

export type Trust = z.output<ReturnType<typeof trustShape>>;
