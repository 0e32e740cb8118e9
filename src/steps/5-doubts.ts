import { dollarText, priceText, sharesText } from '../model/figures.ts';
import type { Doubt } from '../model/fill-check.ts';
import { ceilDivide, floorDivide, ONE_SHARE, worth, type Shares } from '../model/units.ts';
import type { Matched } from './5-books.ts';
import { mayBeSame } from './5-same-fill.ts';

/** One question to a report; what makes it doubtful, if anything does. */
type Question = (matched: Matched) => Doubt | undefined;

/** Done before the plan was made: it belongs to an earlier one. */
const beforePlan: Question = ({ reported: { at, ticker }, books: { day } }) =>
  at !== undefined && at.slice(0, 10) < day ? { reason: 'before-plan', detail: { ticker, at, day } } : undefined;

/** How many shares somebody types who types the dollars of an order instead: down, up, or with the cents. */
const asDollars = ({ reported, order, left }: Matched): readonly bigint[] =>
  [order.shares, left].flatMap((shares) =>
    [order.price, reported.price].flatMap((price) => {
      const value = worth(price, shares);
      return [floorDivide(value, 100n) * ONE_SHARE, ceilDivide(value, 100n) * ONE_SHARE, (value * ONE_SHARE) / 100n];
    }),
  );

/** The classic fat finger: the dollars of the order as its number of shares. */
const dollarsForShares: Question = (matched) => {
  const { reported, order, left } = matched;
  if (reported.shares === order.shares || reported.shares === left) return undefined;
  if (!asDollars(matched).includes(reported.shares)) return undefined;
  const detail = {
    order: order.seq,
    ticker: order.ticker,
    shares: sharesText(reported.shares),
    ordered: sharesText(order.shares),
    value: dollarText(worth(order.price, order.shares)),
  };
  return { reason: 'dollars-for-shares', detail };
};

/** Within a tenth. */
const isAbout = (a: bigint, b: bigint): boolean => (a > b ? a - b : b - a) * 10n <= b;

/** More than half of the plan's price away from it. */
const priceFarOff: Question = ({ reported: { price }, order }) => {
  const off = price > order.price ? price - order.price : order.price - price;
  if (off * 2n <= order.price) return undefined;
  const detail = {
    order: order.seq,
    ticker: order.ticker,
    price: priceText(price),
    plan_price: priceText(order.price),
    tenfold: isAbout(price, order.price * 10n),
    tenth: isAbout(price * 10n, order.price),
  };
  return { reason: 'price-far-off', detail };
};

const moreThanOrdered: Question = (matched) => {
  const { reported, order, left } = matched;
  if (reported.shares <= left) return undefined;
  const detail = {
    order: order.seq,
    ticker: order.ticker,
    shares: sharesText(reported.shares),
    ordered: sharesText(order.shares),
    filled: sharesText((order.shares - left) as Shares),
    again: mayBeSame(matched) !== undefined,
  };
  return { reason: 'more-than-ordered', detail };
};

const oversell: Question = ({ reported: { side, ticker, shares }, order, books }) => {
  const held = books.account.holdings.find((holding) => holding.ticker === ticker)?.shares ?? (0n as Shares);
  if (side === 'BUY' || shares <= held) return undefined;
  const detail = { order: order.seq, ticker, shares: sharesText(shares), held: sharesText(held) };
  return { reason: 'oversell', detail };
};

const possibleDuplicate: Question = (matched) => {
  const same = mayBeSame(matched);
  if (same === undefined) return undefined;
  const { order, reported } = matched;
  const detail = {
    order: order.seq,
    ticker: order.ticker,
    shares: sharesText(same.shares),
    price: priceText(same.price),
    named: reported.id !== undefined,
    recorded_as: same.text,
  };
  return { reason: 'possible-duplicate', detail };
};

/** In this order: the first doubt that there is says most about what went wrong. */
const QUESTIONS: readonly Question[] = [
  beforePlan,
  dollarsForShares,
  priceFarOff,
  moreThanOrdered,
  oversell,
  possibleDuplicate,
];

/** Why a fill that has an order is not recorded, if there is a reason. */
export const doubtOf: Question = (matched) => {
  for (const question of QUESTIONS) {
    const doubt = question(matched);
    if (doubt !== undefined) return doubt;
  }
  return undefined;
};
