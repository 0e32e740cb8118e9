import { limitPrice } from '../model/limit-price.ts';
import { weight } from '../model/ratio.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { State, Step } from '../model/rehearsal.ts';
import { sectorName } from '../model/sector.ts';
import type { Ticker } from '../model/ticker.ts';
import type { Trade } from '../model/trade.ts';
import { addCents, negateCents, subtractCents, type Cents } from '../model/units.ts';
import { findingLimit } from './finding-limit.ts';
import { dollarText, priceText, sharesText } from '../model/figures.ts';
import { pctText, typedPrice, typedShares, wholeAndRest } from './format.ts';
import { oncePer } from './once-per.ts';
import { priceBounds, type PriceBounds } from './price-bounds.ts';
import { whyWords } from './why-words.ts';

/** One order as people read it: every figure already text. Sector and why are text from outside, not yet escaped. */
export interface OrderView {
  readonly seq: number;
  readonly count: number;
  readonly side: 'SELL' | 'BUY';
  readonly isSell: boolean;
  readonly ticker: string;
  readonly sector: string;
  readonly quantity: string;
  /** For a quantity that is not whole: its whole shares and what is left over. */
  readonly fraction: { readonly whole: string; readonly rest: string; readonly hasWhole: boolean } | undefined;
  readonly limit: string;
  /** Quantity and limit as they are typed. */
  readonly typed: { readonly quantity: string; readonly limit: string };
  /** The plan's own price, where the tick made the limit differ from it. */
  readonly planPrice: string | undefined;
  readonly value: string;
  readonly fees: string | undefined;
  /** What the order moves in cash, after fees, without its sign. */
  readonly moves: string;
  readonly cashBefore: string;
  readonly cashAfter: string;
  readonly cashAfterPct: string;
  /** For a purchase: its cost, its fees and the floor that must remain. */
  readonly cashNeeded: string;
  readonly weightBefore: string;
  readonly weightAfter: string;
  readonly closes: boolean;
  readonly opens: boolean;
  readonly stop: PriceBounds['stop'];
  readonly near: PriceBounds['near'];
  readonly why: string;
}

/** What a purchase takes out of cash, or a sale brings in. */
export const cashMoved = ({ side, value, fees }: Trade): Cents =>
  side === 'BUY' ? addCents(value, fees) : subtractCents(value, fees);

const fractionOf = ({ shares }: Trade): OrderView['fraction'] => {
  const { whole, rest } = wholeAndRest(shares);
  return rest === 0n ? undefined : { whole: sharesText(whole), rest: sharesText(rest), hasWhole: whole > 0n };
};

const weightText = (state: State, ticker: Ticker, { findings }: Recommendation): string =>
  pctText(weight(state.positions.get(ticker)?.value ?? (0n as Cents), state.total), {
    decimals: 2,
    limit: findingLimit(findings, 'position_limit', ticker),
  });

const prices = ({ price, side, shares }: Trade): Pick<OrderView, 'limit' | 'typed' | 'planPrice'> => {
  const limit = limitPrice(price, side);
  return {
    limit: priceText(limit),
    typed: { quantity: typedShares(shares), limit: typedPrice(limit) },
    planPrice: limit === price ? undefined : priceText(price),
  };
};

const cashAround = ({ cash, total, trade }: Step, index: number, from: Recommendation) => {
  const { steps, before } = from.rehearsal;
  const limit = findingLimit(from.findings, 'cash_throughout', String(index + 1));
  return {
    cashBefore: dollarText((steps[index - 1] ?? before).cash),
    cashAfter: dollarText(cash),
    cashAfterPct: pctText(weight(cash, total), { decimals: 2, limit }),
    cashNeeded: dollarText(addCents(cashMoved(trade), from.cashFloor.usd)),
  };
};

const position = ({ ticker }: Trade, from: Recommendation) => ({
  weightBefore: weightText(from.rehearsal.before, ticker, from),
  weightAfter: weightText(from.rehearsal.after, ticker, from),
  closes: !from.rehearsal.after.positions.has(ticker),
  opens: !from.rehearsal.before.positions.has(ticker),
});

const orderView = (step: Step, index: number, from: Recommendation): OrderView => {
  const { trade } = step;
  const moved = cashMoved(trade);
  return {
    seq: index + 1,
    count: from.rehearsal.steps.length,
    side: trade.side,
    isSell: trade.side === 'SELL',
    ticker: trade.ticker,
    sector: sectorName(trade.sector, from.spelling),
    quantity: sharesText(trade.shares),
    fraction: fractionOf(trade),
    ...prices(trade),
    value: dollarText(trade.value),
    fees: trade.fees === 0n ? undefined : dollarText(trade.fees),
    moves: dollarText(moved < 0n ? negateCents(moved) : moved),
    ...cashAround(step, index, from),
    ...position(trade, from),
    ...priceBounds(from.priceRanges[index] ?? {}, trade),
    why: whyWords(trade),
  };
};

/** The orders in the order of typing. */
export const orderViews = oncePer((recommendation: Recommendation): readonly OrderView[] =>
  recommendation.rehearsal.steps.map((step, index) => orderView(step, index, recommendation)),
);
