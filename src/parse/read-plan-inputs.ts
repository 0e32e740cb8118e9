import * as z from 'zod';
import type { Decision } from '../model/exceptions.ts';
import { fromNumber, SCALE, type Cents } from '../model/units.ts';
import type { Intent } from '../model/intent.ts';
import { instantOf } from '../model/instant.ts';
import type { Parsed } from '../model/issue.ts';
import { readFillRecord } from '../model/fill-record.ts';
import type { Continued, PlanInputs } from '../model/plan-inputs.ts';
import { once } from './once.ts';

/** No record of a plan is larger: its inputs have a megabyte each at most. */
const LARGEST = 16 * 1024 * 1024;

const moment = z.string().refine((text) => instantOf(text) !== undefined, 'an ISO time with an offset');
const digest = z.string().regex(/^[0-9a-f]{64}$/, '64 hex digits');
const count = z.number().int().min(1);

const decided = {
  seq: count,
  previous: digest,
  at: moment,
  plan: z.string(),
  by: z.string(),
  reason: z.string(),
};

const decisionShape = () =>
  z.discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('approved'),
        ...decided,
        plan_sha256: digest,
        excepted: z.array(z.strictObject({ code: z.string(), subject: z.string() })),
        until: moment,
      })
      .transform(({ plan_sha256: planSha256, ...rest }): Decision => ({ ...rest, planSha256 })),
    z.strictObject({ kind: z.literal('rejected'), ...decided }),
  ]);

const amount = z
  .number()
  .refine((value) => (fromNumber(value, SCALE.cents) ?? 0n) > 0n, 'an amount of dollars')
  .transform((value) => (fromNumber(value, SCALE.cents) ?? 0n) as Cents);

const intentShape = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('deposit'), amount }),
    z.strictObject({ kind: z.literal('withdrawal'), amount }),
    z
      .strictObject({ kind: z.literal('restraint'), no_sell: z.boolean(), within_band: z.boolean() })
      .transform(({ kind, no_sell, within_band }): Intent => ({ kind, noSell: no_sell, withinBand: within_band })),
  ]);

const inputsShape = once(() =>
  z.strictObject({
    schema: z.literal('po.inputs/1'),
    plan_id: z.string(),
    tool: z.strictObject({ name: z.string(), version: z.string() }),
    workflow: z.enum(['rebalance', 'validate-stock']),
    now: moment,
    basis: z.enum(['total', 'invested']).optional(),
    intent: intentShape().optional(),
    objective: z.literal('fewest_orders').optional(),
    files: z.array(
      z.strictObject({ role: z.enum(['portfolio', 'market', 'sectors', 'stock']), path: z.string(), text: z.string() }),
    ),
    config: z.strictObject({ path: z.string(), text: z.string() }).nullable(),
    config_sha256: digest,
    journal: z.strictObject({ seq: count, digest }).nullable(),
    decisions: z.array(decisionShape()),
    found: z.array(
      z.discriminatedUnion('code', [
        z.strictObject({
          code: z.literal('market-files-several'),
          level: z.literal('note'),
          detail: z.strictObject({ used: z.string(), unused: z.string() }),
        }),
        z.strictObject({
          code: z.literal('carried-out'),
          level: z.literal('approve'),
          subject: z.string(),
          detail: z.strictObject({ text: z.string(), plan: z.string() }),
        }),
      ]),
    ),
    take: count.optional(),
    continues: z.strictObject({ inputs: z.string(), fills: z.array(z.unknown()) }).optional(),
  }),
);

type InputsFile = z.output<ReturnType<typeof inputsShape>>;

/** What is continued; undefined where it cannot be read. */
const continuedOf = ({ inputs, fills }: NonNullable<InputsFile['continues']>): Continued | undefined => {
  const { value: plan } = readPlanInputs(inputs, 'inputs.json');
  const read = fills.flatMap((fill) => readFillRecord(fill) ?? []);
  return plan === undefined || read.length !== fills.length ? undefined : { plan, fills: read };
};

const inputsOf = (file: InputsFile): PlanInputs => ({
  planId: file.plan_id,
  tool: file.tool,
  workflow: file.workflow,
  now: file.now,
  ...(file.basis === undefined ? {} : { basis: file.basis }),
  ...(file.intent === undefined ? {} : { intent: file.intent }),
  ...(file.objective === undefined ? {} : { objective: file.objective }),
  files: file.files,
  configSha256: file.config_sha256,
  decisions: file.decisions,
  found: file.found,
  ...(file.take === undefined ? {} : { take: file.take }),
  ...(file.config === null ? {} : { config: file.config }),
  ...(file.journal === null ? {} : { journal: file.journal }),
});

const refuse = (file: string, problem: string): Parsed<PlanInputs> => ({
  issues: [{ code: 'inputs-unreadable', level: 'unusable', detail: { file, problem } }],
});

/**
 * Reads inputs.json, which po itself wrote: anything but exactly its shape is refused. It is no document of a person, so it is
 * read whole, without places; whoever relies on it compares it with what po would write.
 */
export const readPlanInputs = (text: string, file: string): Parsed<PlanInputs> => {
  if (text.length > LARGEST) return refuse(file, `${text.length} characters`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse(file, 'no valid JSON');
  }
  const shaped = inputsShape().safeParse(value);
  if (shaped.success) {
    const { continues } = shaped.data;
    const continued = continues && continuedOf(continues);
    if (continues !== undefined && continued === undefined) return refuse(file, 'continues');
    return {
      value: { ...inputsOf(shaped.data), ...(continued === undefined ? {} : { continues: continued }) },
      issues: [],
    };
  }
  const [first] = shaped.error.issues;
  return refuse(file, [first?.path.join('.') ?? '', first?.message ?? ''].filter((part) => part !== '').join(': '));
};
