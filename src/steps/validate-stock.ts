import { dollarText } from '../model/figures.ts';
import type { Issue } from '../model/issue.ts';
import type { StockPick } from '../model/market.ts';
import { holdingValue, totalValue } from '../model/portfolio.ts';
import { percentText } from '../model/figures.ts';
import { pctRatio } from '../model/ratio.ts';
import { sectorName } from '../model/sector.ts';
import type { Recommendation, Refusal } from '../model/recommendation.ts';
import type { StockValidation } from '../model/stock-validation.ts';
import type { Plan, Trade } from '../model/trade.ts';
import { atMost, exactOf, lotsWithin, worth, type Cents, type Price, type Shares } from '../model/units.ts';
import type { Config } from '../validate/config.ts';
import { reconcile } from '../validate/reconcile.ts';
import { validatePick } from '../validate/validate-pick.ts';
import { failedCriteria } from './failed-criteria.ts';
import { lotOf } from './ground.ts';
import { recommend } from './recommend.ts';
import { readSources, type Request, type Sources } from './read-sources.ts';

const NO_TRADE: Plan = { trades: [], unfilled: [], suppressed: [], rejectedPicks: [] };

/** The price at which the pick would be bought: the account's own, else the pick's, else the market file's. */
const priceOf = (pick: StockPick, { portfolio, market }: Sources): Price | undefined =>
  portfolio.holdings.find(({ ticker }) => ticker === pick.ticker)?.price ??
  pick.price ??
  market?.picks.find(({ ticker }) => ticker === pick.ticker)?.price;

/** The dollars to buy for: up to the proposed weight, or the proposed weight on top. */
const amountOf = (pick: StockPick, { portfolio }: Sources, fee: Cents): Cents => {
  const asked = atMost(pick.proposed, (totalValue(portfolio) - fee) as Cents);
  if (pick.basis === 'increment') return asked;
  const holding = portfolio.holdings.find(({ ticker }) => ticker === pick.ticker);
  return (asked - (holding === undefined ? 0n : holdingValue(holding))) as Cents;
};

const purchase = (pick: StockPick, sources: Sources, price: Price, config: Config): Trade | undefined => {
  const fees = config.trading.fee_per_order_usd;
  const lot = lotOf(config);
  const shares = (lotsWithin(exactOf(amountOf(pick, sources, fees)), price, lot) * lot) as Shares;
  if (shares === 0n) return undefined;
  const volume = sources.market?.picks.find(({ ticker }) => ticker === pick.ticker)?.dailyVolume;
  return {
    side: 'BUY',
    ticker: pick.ticker,
    sector: pick.sector,
    shares,
    price,
    value: worth(price, shares),
    fees,
    conviction: pick.conviction,
    ...(volume === undefined ? {} : { dailyVolume: volume }),
    why: {
      rule: 'buy-stock',
      detail: {
        ticker: pick.ticker,
        proposed: percentText(pctRatio(pick.proposed)),
        on_top: pick.basis === 'increment',
        file: pick.file,
      },
    },
  };
};

/** Step 3: the one-trade plan of an approved pick, or why there is none. */
const planFor = (pick: StockPick, sources: Sources, config: Config): Plan => {
  const price = priceOf(pick, sources);
  const value = amountOf(pick, sources, 0n as Cents);
  const unfilled = (reason: string): Plan => ({
    ...NO_TRADE,
    unfilled: [{ subject: pick.ticker, directive: `stock:${pick.ticker}`, value, reason }],
  });
  if (price === undefined) return unfilled('no-price');
  const trade = purchase(pick, sources, price, config);
  if (trade === undefined) return unfilled(value <= 0n ? 'already-held' : 'below-one-lot');
  if (trade.value >= config.trading.min_trade_usd) return { ...NO_TRADE, trades: [trade] };
  return {
    ...NO_TRADE,
    suppressed: [{ ticker: pick.ticker, side: 'BUY', value: trade.value, reason: 'below-minimum' }],
  };
};

const unfilledIssues = (plan: Plan, pick: StockPick): readonly Issue[] =>
  plan.unfilled.map(({ subject, value, reason }) => ({
    code: `unfilled-${reason}`,
    level: reason === 'already-held' ? 'note' : 'approve',
    subject,
    place: pick.place,
    detail: { subject, value: dollarText(value) },
  }));

/** The file calls the sector of a held ticker otherwise than the portfolio does: one of the two caps is measured wrongly. */
const sectorIssue = (pick: StockPick, { portfolio, spelling }: Sources): readonly Issue[] => {
  const held = portfolio.holdings.find(({ ticker }) => ticker === pick.ticker);
  if (held === undefined || held.sector === pick.sector) return [];
  return [
    {
      code: 'sector-differs',
      level: 'approve',
      place: pick.sectorPlace ?? pick.place,
      subject: pick.ticker,
      detail: {
        ticker: pick.ticker,
        sector: sectorName(pick.sector, spelling),
        held: sectorName(held.sector, spelling),
      },
    },
  ];
};

/** A rejected pick is not to be bought, whatever the constraints would say. */
const rejection = (validation: StockValidation, pick: StockPick): readonly Issue[] =>
  validation.status === 'APPROVED_FOR_PO'
    ? []
    : [
        {
          code: 'pick-rejected',
          level: 'block',
          place: pick.place,
          subject: pick.ticker,
          detail: {
            ticker: pick.ticker,
            failed: failedCriteria(validation),
            largest: validation.largestPassing === undefined ? '' : percentText(pctRatio(validation.largestPassing)),
          },
        },
      ];

/**
 * Workflow B: judges one Stock-Analyst pick by the six criteria and, when it passes, plans its purchase and judges
 * that like any other plan. A rejected pick has no trade; its status says no.
 */
export const validateStock = (request: Request, known: readonly Issue[] = []): Recommendation | Refusal => {
  const { sources, issues: read } = readSources(request, false);
  const pick = sources?.stocks[0];
  if (sources === undefined || pick === undefined || read.some(({ level }) => level === 'unusable')) {
    return { kind: 'refusal', issues: read, accounting: [] };
  }
  const { config, now } = request;
  const validation = validatePick(pick, { ...sources, limits: config.stock_criteria, day: now.slice(0, 10) });
  const before = [
    ...known,
    ...read,
    ...reconcile({ ...sources, directives: [], now }, config.trust),
    ...sectorIssue(pick, sources),
  ];
  const usable = before.every(({ level }) => level !== 'block');
  const plan = usable && validation.status === 'APPROVED_FOR_PO' ? planFor(pick, sources, config) : NO_TRADE;
  return recommend({
    workflow: 'validate-stock',
    terms: request,
    sources,
    directives: [],
    plan,
    stockValidations: [validation],
    issues: [...before, ...rejection(validation, pick), ...unfilledIssues(plan, pick)],
  });
};
