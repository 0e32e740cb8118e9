import type { Trade } from '../../src/model/trade.ts';
import { dollars, worthOf } from '../oracle/decimal.ts';
import { plainCents, plainPrice } from './plain-data.ts';
import type { Run } from './plan-run.ts';
import { buysOf, causeOf, offerOf, sellsOf, sum, told, tradesOf, unless, type Property } from './property.ts';

const MILLION = 1_000_000n;

/** Sub-cent prices and parts of shares are rounded once a position and once an order. */
const roundsNothing = ({ price, shares }: Pick<Trade, 'price' | 'shares'>): boolean =>
  price % 100n === 0n && shares % MILLION === 0n;

/** What leaves the account beside the orders. */
const withdrawn = ({ world: { intent } }: Run): bigint => (intent?.kind === 'withdrawal' ? BigInt(intent.amount) : 0n);

/** Everything that there is after the plan, and what the broker took, is what there was before it; to the cent. */
export const valueIsConserved: Property = (run) => {
  const { before, after } = run.result.rehearsal;
  const trades = tradesOf(run);
  const gap = after.total + withdrawn(run) + sum(trades.map(({ fees }) => fees)) - before.total;
  const rounded = trades.filter((trade) => {
    const held = before.positions.get(trade.ticker);
    return !roundsNothing(trade) || (held !== undefined && !roundsNothing(held));
  });
  const parts = sum([...after.positions.values()].map(({ value }) => value));
  return [
    ...unless(gap <= rounded.length && gap >= -rounded.length, `value is off by ${gap} cents`),
    ...unless(parts + after.cash === after.total, 'the parts are not the total'),
  ];
};

export const nothingIsSoldThatIsNotHeld: Property = (run) =>
  sellsOf(run).flatMap((trade) => {
    const held = run.sources.portfolio.holdings.find(({ ticker }) => ticker === trade.ticker)?.shares ?? 0n;
    return unless(trade.shares <= held, `${told(trade)}, held ${held}`);
  });

/** A sale that leaves nothing may be any number of shares; everything else is whole lots. */
export const ordersAreWholeLots: Property = (run) => {
  const lot = BigInt(run.config.trading.lot) * MILLION;
  return tradesOf(run).flatMap((trade) => {
    const held = run.sources.portfolio.holdings.find(({ ticker }) => ticker === trade.ticker)?.shares;
    const whole = trade.shares > 0n && trade.shares % lot === 0n;
    return unless(whole || (trade.side === 'SELL' && trade.shares === held), `${told(trade)} in lots of ${lot}`);
  });
};

export const aTickerIsTradedOnce: Property = (run) => {
  const tickers = tradesOf(run).map(({ ticker }) => ticker);
  return unless(new Set(tickers).size === tickers.length, `traded twice: ${tickers.join(' ')}`);
};

export const noOrderIsTooSmall: Property = (run) =>
  tradesOf(run).flatMap((trade) =>
    unless(trade.value >= run.config.trading.min_trade_usd, `${told(trade)} is worth ${trade.value} cents`),
  );

/** Every order is at the price of the account, else of the pick, and says what it is worth and costs. */
export const ordersSayWhatTheyCost: Property = (run) =>
  tradesOf(run).flatMap((trade) => {
    const { portfolio, market } = run.sources;
    const known =
      portfolio.holdings.find(({ ticker }) => ticker === trade.ticker)?.price ??
      market?.picks.find(({ ticker }) => ticker === trade.ticker)?.price ??
      offerOf(run, trade)?.price;
    const worth = dollars(worthOf(plainPrice(trade.price), trade.shares));
    return [
      ...unless(trade.price === known, `${told(trade)}, quoted ${known ?? 'nowhere'}`),
      ...unless(plainCents(trade.value) === worth, `${told(trade)} is worth ${worth}, not ${trade.value} cents`),
      ...unless(trade.fees === run.config.trading.fee_per_order_usd, `${told(trade)} costs ${trade.fees} cents`),
    ];
  });

export const ordersHaveADirective: Property = (run) =>
  tradesOf(run).flatMap((trade) =>
    unless(causeOf(run.result, trade)?.action === trade.side, `${told(trade)}: ${trade.directive ?? 'no directive'}`),
  );

/** The order of 4A: sells, the most liquid first; buys, the most convincing first; equal ones by ticker. */
export const ordersAreInSequence: Property = (run) => {
  const volumes = new Map((run.sources.market?.picks ?? []).map((pick) => [pick.ticker, pick.dailyVolume]));
  const allKnown = sellsOf(run).every(({ ticker }) => volumes.get(ticker) !== undefined);
  const liquidity = (trade: Trade): bigint => (allKnown ? volumes.get(trade.ticker) : undefined) ?? trade.value;
  const comesBefore = (a: Trade, b: Trade): boolean => {
    if (a.side !== b.side) return a.side === 'SELL';
    const [first, second] =
      a.side === 'SELL' ? [liquidity(a), liquidity(b)] : [a.conviction ?? -1n, b.conviction ?? -1n];
    return first === second ? a.ticker < b.ticker : first > second;
  };
  const trades = tradesOf(run);
  return trades
    .slice(1)
    .flatMap((trade, index) => unless(comesBefore(trades[index]!, trade), `${told(trade)} is too late`));
};

/** A pick's conviction goes with its order, so that the sequence can be checked by hand. */
export const buysCarryTheirConviction: Property = (run) =>
  buysOf(run).flatMap((trade) => {
    const pick = offerOf(run, trade);
    const lost = pick?.sector === trade.sector && pick.conviction !== trade.conviction;
    return unless(!lost, `${told(trade)} lost its conviction`);
  });
