import type { Fill, ReportedFill } from './fill.ts';
import { tickerOf } from './ticker.ts';
import { readDecimal, SCALE, writeDecimal, type Cents, type Price, type Shares } from './units.ts';

type Record = Readonly<globalThis.Record<string, unknown>>;

/** The keys that a reported fill and one in the books share, in the order in which people say them; exact amounts as text. */
export const fillKeys = (fill: Omit<ReportedFill, 'place'>): Record => ({
  order: fill.order,
  side: fill.side,
  ticker: fill.ticker,
  shares: writeDecimal(fill.shares, SCALE.shares),
  price: writeDecimal(fill.price, SCALE.price, 2),
  fees: writeDecimal(fill.fees, SCALE.cents, 2),
  at: fill.at,
  id: fill.id,
  text: fill.text,
});

/** A fill of the books as plain data, as records hold it. */
export const fillRecord = (fill: Fill): Record => ({
  plan: fill.plan,
  ...fillKeys(fill),
  sector: fill.sector,
  quote: fill.quote && writeDecimal(fill.quote, SCALE.price, 2),
  alarms: fill.alarms.map(({ code, detail }) => ({ code, detail })),
});

const amount = <T extends bigint>(value: unknown, places: number): T =>
  (typeof value === 'string' ? (readDecimal(value, places) ?? -1n) : -1n) as T;

/** A fill from such data; undefined for anything that `fillRecord` would not have written. */
export const readFillRecord = (value: unknown): Fill | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { shares, price, fees, quote, ticker, ...rest } = value as Record;
  const known = typeof ticker === 'string' ? tickerOf(ticker) : undefined;
  if (known === undefined || !Array.isArray(rest['alarms'])) return undefined;
  const fill = {
    ...rest,
    ticker: known,
    shares: amount<Shares>(shares, SCALE.shares),
    price: amount<Price>(price, SCALE.price),
    fees: amount<Cents>(fees, SCALE.cents),
    ...(quote === undefined ? {} : { quote: amount<Price>(quote, SCALE.price) }),
  } as unknown as Fill;
  return JSON.stringify(fillRecord(fill)) === JSON.stringify(value) ? fill : undefined;
};
