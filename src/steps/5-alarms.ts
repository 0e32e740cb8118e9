import { dollarText, percentText, priceText, sharesText } from '../model/figures.ts';
import { areDigitsSwapped } from '../model/digits-swapped.ts';
import type { Alarm } from '../model/fill.ts';
import { limitPrice } from '../model/limit-price.ts';
import { compareRatios, pctRatio, weight, type Ratio } from '../model/ratio.ts';
import { rehearse } from '../model/rehearsal.ts';
import { atLeast, type Shares } from '../model/units.ts';
import { leftOf, type Matched } from './5-books.ts';
import { fillAsTrade } from './fill-as-trade.ts';

/** One look at a fill that is recorded: what the person should know, if anything. */
type Look = (matched: Matched) => Alarm | undefined;

/** How far the price is from the plan's, as a part of it. */
const distanceOf = ({ reported: { price }, order }: Matched): Ratio => ({
  num: price > order.price ? price - order.price : order.price - price,
  den: order.price,
});

const prices = ({ reported, order }: Matched) => ({
  order: order.seq,
  ticker: order.ticker,
  side: order.side,
  price: priceText(reported.price),
  plan_price: priceText(order.price),
});

/** A ticket carries the plan's price as its limit (ADR 0006): nothing fills on its other side. */
const worseThanLimit: Look = (matched) => {
  const { reported, order } = matched;
  const limit = limitPrice(order.price, order.side);
  const worse = order.side === 'BUY' ? reported.price > limit : reported.price < limit;
  return worse ? { code: 'worse-than-limit', detail: { ...prices(matched), limit: priceText(limit) } } : undefined;
};

/** Orders often fill exactly at their limit: a price that is nearly it, but for the order of its digits, is mistyped. */
const digitsSwapped: Look = (matched) => {
  const { reported, order } = matched;
  const limit = limitPrice(order.price, order.side);
  if (!areDigitsSwapped(priceText(reported.price), priceText(limit))) return undefined;
  return { code: 'digits-swapped', detail: { ...prices(matched), limit: priceText(limit) } };
};

const outsideCollar: Look = (matched) => {
  const collar = pctRatio(matched.books.config.execution.collar_pct);
  const off = distanceOf(matched);
  if (compareRatios(off, collar) <= 0) return undefined;
  return { code: 'outside-collar', detail: { ...prices(matched), off: percentText(off), collar: percentText(collar) } };
};

const outsideRange: Look = (matched) => {
  const { lowest, highest } = matched.order.range;
  const { price } = matched.reported;
  const below = lowest !== undefined && price < lowest;
  const above = highest !== undefined && price > highest;
  if (!below && !above) return undefined;
  const bound = below ? lowest : highest;
  return { code: 'outside-range', detail: { ...prices(matched), below, bound: priceText(bound ?? price) } };
};

/** An order of the plan that comes before this one is not complete. */
const outOfSequence: Look = ({ order, books }) => {
  const open = books.orders.filter((one) => one.seq < order.seq && leftOf(books, one) > 0n);
  if (open.length === 0) return undefined;
  const detail = {
    order: order.seq,
    side: order.side,
    ticker: order.ticker,
    earlier: open.map(({ seq }) => seq).join(', '),
    several: open.length > 1,
    before_sells: order.side === 'BUY' && open.some(({ side }) => side === 'SELL'),
  };
  return { code: 'out-of-sequence', detail };
};

/** A purchase after which cash is negative, or below the buffer that must remain at each step. */
const cashShort: Look = ({ reported, order, books }) => {
  const { account, config, day } = books;
  const step = rehearse(account, [fillAsTrade(reported, order.sector)], [], day).steps[0];
  if (order.side === 'SELL' || step === undefined) return undefined;
  const buffer = config.cash_throughout.min_pct;
  if (compareRatios(weight(step.cash, step.total), pctRatio(buffer)) >= 0) return undefined;
  const detail = {
    order: order.seq,
    cash: dollarText(step.cash),
    buffer: percentText(pctRatio(buffer)),
    needed: dollarText(atLeast(buffer, step.total)),
    negative: step.cash < 0n,
  };
  return { code: 'cash-short', detail };
};

/** The first weekday after a day: orders of a plan that is made in the evening are typed then. */
const weekdayAfter = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  do date.setUTCDate(date.getUTCDate() + 1);
  while (date.getUTCDay() % 6 === 0);
  return date.toISOString().slice(0, 10);
};

/** The plan was judged at prices that are more than a session old. */
const late: Look = ({ reported: { at }, order, books: { day } }) =>
  at !== undefined && at.slice(0, 10) > weekdayAfter(day)
    ? { code: 'late', detail: { order: order.seq, ticker: order.ticker, at, day } }
    : undefined;

const partial: Look = ({ reported, order, left }) => {
  const rest = (left - reported.shares) as Shares;
  if (rest <= 0n) return undefined;
  const detail = {
    order: order.seq,
    ticker: order.ticker,
    filled: sharesText((order.shares - rest) as Shares),
    ordered: sharesText(order.shares),
    left: sharesText(rest),
  };
  return { code: 'partial', detail };
};

const LOOKS: readonly Look[] = [
  digitsSwapped,
  worseThanLimit,
  outsideCollar,
  outsideRange,
  outOfSequence,
  cashShort,
  late,
  partial,
];

/** Everything about a fill that the person should look at: it happened, and is recorded all the same. */
export const alarmsOf = (matched: Matched): readonly Alarm[] => LOOKS.flatMap((look) => look(matched) ?? []);
