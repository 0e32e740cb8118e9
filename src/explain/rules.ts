import { dollarText, percentText } from '../model/figures.ts';
import { pctRatio } from '../model/ratio.ts';
import { HUNDRED_PCT, type Cents, type Pct } from '../model/units.ts';
import type { Rule } from '../model/explanation.ts';
import type { Config } from '../validate/config.ts';
import { cashFloorOf } from '../steps/1c-list-trades.ts';
import { groundOf, type Given } from './given.ts';

/** A rule, and the same givens without it. */
export interface WithoutRule {
  readonly rule: Rule;
  readonly relax: (given: Given) => Given;
}

/** Nothing where the rule is not in force. */
type Find = (given: Given) => readonly WithoutRule[];

const ALL = HUNDRED_PCT;
const NO_CENTS = 0n as Cents;
const NO_PCT = 0n as Pct;
/** More picks than any sector has. */
const MANY = 100;
/** The name of the rule that an instruction is. */
export const INSTRUCTION = 'instruction';
const SELL_ORDERS = ['gain_desc', 'gain_asc', 'value_desc'] as const;

const rule = (name: string, detail: Rule['detail'], relax: WithoutRule['relax']): WithoutRule => ({
  rule: { name, detail },
  relax,
});

const limits =
  (change: (config: Config) => Partial<Config>): WithoutRule['relax'] =>
  (given) => ({
    ...given,
    terms: { ...given.terms, config: { ...given.terms.config, ...change(given.terms.config) } },
  });

const trading = (changes: Partial<Config['trading']>): WithoutRule['relax'] =>
  limits((config) => ({ trading: { ...config.trading, ...changes } }));

const positionLimit: Find = ({ terms: { config } }) => [
  rule(
    'position-limit',
    { limit: percentText(pctRatio(config.position_limit.max_pct)) },
    limits(() => ({ position_limit: { max_pct: ALL } })),
  ),
];

/** The cash that must remain: the stated target, or the minimum of the config. */
const cashFloor: Find = ({ directives, terms: { config } }) => {
  const noMinimum = limits(({ cash_minimum }) => ({
    cash_minimum: { ...cash_minimum, min_pct: NO_PCT, min_usd: NO_CENTS },
  }));
  return [
    rule('cash-floor', { floor: percentText(pctRatio(cashFloorOf({ directives, config }))) }, (given) => ({
      ...noMinimum(given),
      directives: given.directives.filter(({ directive }) => directive.kind !== 'cash'),
    })),
  ];
};

const picksPerSector: Find = ({ terms: { config } }) => [
  rule(
    'picks-per-sector',
    { most: String(config.trading.max_picks_per_sector) },
    trading({ max_picks_per_sector: MANY }),
  ),
];

const leastConviction: Find = ({ sources: { market, stocks }, terms: { config } }) => {
  const least = config.stock_criteria.min_conviction;
  const isLow = ({ conviction }: { readonly conviction?: Pct }): boolean =>
    conviction !== undefined && conviction < least;
  if (![...(market?.picks ?? []), ...stocks].some(isLow)) return [];
  const relax = limits(({ stock_criteria }) => ({ stock_criteria: { ...stock_criteria, min_conviction: NO_PCT } }));
  return [rule('least-conviction', { least: percentText(pctRatio(least)) }, relax)];
};

/** Each stock file that failed its criteria, as if it had passed. */
const failedStocks: Find = (given) =>
  groundOf(given)
    .stocks.filter(({ validation }) => validation.status === 'REJECTED')
    .map(({ pick }) =>
      rule('stock-criteria', { ticker: pick.ticker, file: pick.file }, (other) => ({
        ...other,
        approved: new Set([...other.approved, pick]),
      })),
    );

/** Each restricted ticker on its own. */
const restricted: Find = ({ sources: { restrictions } }) =>
  [...new Set(restrictions.map(({ ticker }) => ticker))].map((ticker) =>
    rule('restriction', { ticker }, (given) => ({
      ...given,
      sources: {
        ...given.sources,
        restrictions: given.sources.restrictions.filter((one) => one.ticker !== ticker),
      },
    })),
  );

/** The locks of each ticker on their own. */
const locked: Find = ({ terms: { config } }) =>
  [...new Set(config.locks.tickers.map(({ ticker }) => ticker))].map((ticker) =>
    rule(
      'lock',
      { ticker },
      limits(({ locks }) => ({ locks: { tickers: locks.tickers.filter((one) => one.ticker !== ticker) } })),
    ),
  );

const smallestTrade: Find = ({ terms: { config } }) =>
  config.trading.min_trade_usd > 0n
    ? [
        rule(
          'smallest-trade',
          { least: dollarText(config.trading.min_trade_usd) },
          trading({ min_trade_usd: NO_CENTS }),
        ),
      ]
    : [];

const lots: Find = ({ terms: { config } }) =>
  config.trading.lot > 1 ? [rule('lot', { lot: String(config.trading.lot) }, trading({ lot: 1 }))] : [];

const fees: Find = ({ terms: { config } }) =>
  config.trading.fee_per_order_usd > 0n
    ? [rule('fees', { fee: dollarText(config.trading.fee_per_order_usd) }, trading({ fee_per_order_usd: NO_CENTS }))]
    : [];

/** The order of selling against each other one. */
const sellOrder: Find = ({ directives, terms: { config } }) =>
  directives.some(({ action, directive }) => action === 'SELL' && directive.kind === 'sector')
    ? SELL_ORDERS.filter((other) => other !== config.trading.sell_order).map((other) =>
        rule(`sell-by-${other.replace('_', '-')}`, {}, trading({ sell_order: other })),
      )
    : [];

const fewestOrders: Find = ({ terms: { config } }) =>
  config.trading.objective === 'fewest_orders' ? [rule('fewest-orders', {}, trading({ objective: 'seed' }))] : [];

/** Each instruction, as if it were not there; that of cash is the cash floor. */
const instructions: Find = ({ directives }) =>
  directives
    .filter(({ action, directive }) => action !== 'HOLD' && directive.kind !== 'cash')
    .map(({ subject, directive }) =>
      rule(INSTRUCTION, { subject, line: String(directive.place.line) }, (given) => ({
        ...given,
        directives: given.directives.filter((one) => one.directive.id !== directive.id),
      })),
    );

/** What the person wanted of the plan, as if nothing had been said. */
const intended: Find = ({ terms: { intent } }) => {
  if (intent === undefined) return [];
  const isBoth = intent.kind === 'restraint' && intent.noSell && intent.withinBand;
  const single = intent.kind !== 'restraint' ? intent.kind : intent.noSell ? 'no sales' : 'only what left its band';
  return [
    rule('intent', { what: isBoth ? 'no sales, and only what left its band' : single }, (given) => {
      const { intent: _none, ...terms } = given.terms;
      return { ...given, terms };
    }),
  ];
};

const FINDERS: readonly Find[] = [
  intended,
  instructions,
  positionLimit,
  cashFloor,
  picksPerSector,
  leastConviction,
  failedStocks,
  restricted,
  locked,
  smallestTrade,
  lots,
  fees,
  sellOrder,
  fewestOrders,
];

/** Every rule that is in force, each with the givens without it. */
export const rulesOn = (given: Given): readonly WithoutRule[] => FINDERS.flatMap((find) => find(given));
