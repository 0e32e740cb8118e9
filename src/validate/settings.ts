import * as z from 'zod';
import { samePerson } from '../model/person.ts';
import { CONSTRAINTS } from './registry.ts';
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
    account: z
      .enum(['unstated', 'margin', 'cash'])
      .describe(
        'What account it is. cash: purchases wait until the sales that pay for them have settled, and the guide has a phase for each day.',
      ),
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
    max_age_market_hours: z
      .number()
      .int()
      .min(1)
      .max(2000)
      .describe('A portfolio may be this many hours of trading old; above, the plan needs approval.'),
    max_age_days: z
      .number()
      .int()
      .min(1)
      .max(365)
      .describe('A portfolio may be this many days old; above, the plan is blocked.'),
    market_max_age_days: z
      .number()
      .int()
      .min(1)
      .max(365)
      .describe('A market file or a stock file may be this many days old; above, the plan needs approval.'),
    closure_points: percentage(
      'The targets may miss 100 % by this many points; buys are then scaled to keep the cash floor.',
    ),
  });

const person = (meaning: string) => z.string().trim().min(1).max(80).describe(meaning);

const mayBeExcepted = (code: string): boolean => CONSTRAINTS.every(({ id, exceptable }) => id !== code || exceptable);

/** An exception that holds for every plan until its last day. It names one breach: there is no “any subject”. */
const standingException = () =>
  z.strictObject({
    code: z
      .string()
      .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'the code of a reason, as plan.json writes it')
      .refine(mayBeExcepted, 'a rule that may be excepted; law never is')
      .describe('What is excepted: the constraint or the issue, as the reasons in plan.json name it.'),
    subject: z.string().min(1).max(200).describe('Of what: the sector, ticker or other subject, as there.'),
    owner: person('Who granted it.'),
    reason: z.string().trim().min(1).max(500).describe('Why, for the report.'),
    until: z.iso.date('a day that exists, as YYYY-MM-DD').describe('The last day (YYYY-MM-DD) on which it holds.'),
  });

/** Who is asked when a plan needs approval, and what is excepted already. */
export const approvalsShape = () =>
  z
    .strictObject({
      routing: z.string().min(1).max(80).describe('Who decides on exceptions.'),
      sla_minutes: z.number().int().min(1).max(10_080).describe('Within how many minutes.'),
      approvers: z
        .array(person('The name under which a person approves.'))
        .describe('The persons who may approve or reject a plan, by name.'),
      preparer: person('Who prepares the plans.'),
      preparer_may_approve: z.boolean().describe('Whether the preparer may approve too, when listed as an approver.'),
      standing: z.array(standingException()).describe('Exceptions that hold for every plan until their last day.'),
    })
    .refine(
      ({ approvers, preparer, preparer_may_approve }) =>
        approvers.some((name) => preparer_may_approve || !samePerson(name, preparer)),
      { path: ['approvers'], message: 'at least one person besides the preparer, or preparer_may_approve: true' },
    );

/** How what the broker did is compared with the plan. */
export const executionShape = () =>
  z.strictObject({
    collar_pct: percentage('A fill whose price is farther than this from the price of the plan raises an alarm.'),
  });

/** Whom to tell when something was recorded. */
export const notifyShape = () =>
  z.strictObject({
    command: z
      .array(z.string().min(1))
      .max(32)
      .describe(
        'A program and its arguments, run without a shell after something was recorded; what happened, the id and the folder of the plan are added to them. Empty: none.',
      ),
  });

export type Trust = z.output<ReturnType<typeof trustShape>>;

/** Who may approve, who prepares, and the standing exceptions. */
export type ApprovalSettings = z.output<ReturnType<typeof approvalsShape>>;
