import * as z from 'zod';
import { tickerOf, type Ticker } from '../model/ticker.ts';
import { readDecimal, SCALE, type Cents, type Price, type Shares } from '../model/units.ts';

/** An exact amount as text; the whole parts of 10^-places that it spells. */
const decimal = <T extends bigint>(places: number) =>
  z
    .string()
    .refine((text) => readDecimal(text, places) !== undefined)
    .transform((text) => readDecimal(text, places) as T);

const ticker = () =>
  z
    .string()
    .refine((text) => tickerOf(text) === text)
    .transform((text) => text as Ticker);

const sha256 = () => z.string().regex(/^[0-9a-f]{64}$/);
const moment = () => z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/);
const detail = () => z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const counted = () => z.int().min(1);

/** What a reported fill and one in the books have in common. */
const fillKeys = () => ({
  order: counted().exactOptional(),
  side: z.enum(['SELL', 'BUY']),
  ticker: ticker(),
  shares: decimal<Shares>(SCALE.shares),
  price: decimal<Price>(SCALE.price),
  fees: decimal<Cents>(SCALE.cents),
  at: z.string().exactOptional(),
  id: z.string().exactOptional(),
  text: z.string(),
});

const place = () => z.strictObject({ file: z.string(), line: counted(), column: counted() });
const reported = () => z.strictObject({ ...fillKeys(), place: place().exactOptional() });
const alarm = () => z.strictObject({ code: z.string(), detail: detail() });
const fill = () =>
  z.strictObject({
    plan: z.string(),
    ...fillKeys(),
    sector: z.string().exactOptional(),
    quote: decimal<Price>(SCALE.price).exactOptional(),
    alarms: z.array(alarm()),
  });
const edit = () => z.strictObject({ line: counted(), removed: z.array(z.string()), added: z.array(z.string()) });
const change = () => z.strictObject({ before: sha256(), after: sha256(), edits: z.array(edit()) });
const excepted = () => z.strictObject({ code: z.string(), subject: z.string() });

const head = () => ({ schema: z.literal('po.event/1'), seq: counted(), previous: sha256(), at: moment() });

const makeShape = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({ ...head(), kind: z.literal('adopted'), document: change() }),
    z.strictObject({ ...head(), kind: z.literal('edited'), document: change() }),
    z.strictObject({ ...head(), kind: z.literal('filled'), fill: fill(), document: change() }),
    z.strictObject({
      ...head(),
      kind: z.literal('quarantined'),
      plan: z.string(),
      reported: reported(),
      reason: z.string(),
      detail: detail(),
    }),
    z.strictObject({
      ...head(),
      kind: z.literal('recorded'),
      of: counted(),
      reason: z.string(),
      fill: fill(),
      document: change(),
    }),
    z.strictObject({ ...head(), kind: z.literal('dismissed'), of: counted(), reason: z.string() }),
    z.strictObject({
      ...head(),
      kind: z.literal('approved'),
      plan: z.string(),
      plan_sha256: sha256(),
      by: z.string(),
      reason: z.string(),
      excepted: z.array(excepted()),
      until: moment(),
    }),
    z.strictObject({ ...head(), kind: z.literal('rejected'), plan: z.string(), by: z.string(), reason: z.string() }),
  ]);

let made: ReturnType<typeof makeShape> | undefined;

/** What an event's file must look like (schema `po.event/1`). Made when first needed. */
export const eventShape = (): ReturnType<typeof makeShape> => (made ??= makeShape());
