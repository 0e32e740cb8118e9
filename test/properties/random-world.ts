import fc from 'fast-check';
import { accountKnobs, cashOf, holdingsOf, prices, SECTORS, tickerName } from './random-account.ts';
import { directivesOf, planKnobs, type PlanKnobs } from './random-directives.ts';
import { settings } from './random-settings.ts';
import {
  roughValue,
  type World,
  type WorldHolding,
  type WorldPick,
  type WorldRestriction,
  type WorldSettings,
  type WorldStock,
} from './world.ts';

interface PickKnobs {
  readonly sector: number;
  readonly held: number;
  readonly price: number;
  readonly priced: boolean;
  readonly conviction: number | undefined;
  readonly weight: number;
  readonly volume: number | undefined;
}

const pickKnobs: fc.Arbitrary<PickKnobs> = fc.record({
  sector: fc.nat({ max: 7 }),
  held: fc.nat({ max: 120 }),
  price: prices,
  priced: fc.integer({ min: 0, max: 19 }).map((n) => n > 0),
  conviction: fc.option(
    fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 65, max: 100 }) },
      { weight: 1, arbitrary: fc.integer({ min: 2, max: 64 }) },
    ),
    { nil: undefined, freq: 15 },
  ),
  weight: fc.integer({ min: 1, max: 60 }),
  volume: fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: undefined }),
});

interface StockKnobs {
  readonly at: number;
  readonly price: number;
  readonly conviction: number;
  readonly proposed: number;
  readonly basis: 'target' | 'increment';
}

const stockKnobs: fc.Arbitrary<StockKnobs> = fc.record({
  at: fc.nat({ max: 60 }),
  price: prices,
  conviction: fc.integer({ min: 55, max: 95 }),
  proposed: fc.integer({ min: 2, max: 18 }),
  basis: fc.constantFrom('target' as const, 'increment' as const),
});

interface Choices {
  /** Wide limits, and a pick for every sector that is to rise: most such plans are SAFE. */
  readonly easy: boolean;
  readonly picks: readonly PickKnobs[];
  readonly weighted: boolean;
  readonly stocks: readonly StockKnobs[];
  readonly restrictions: readonly { readonly at: number; readonly scope: number; readonly until: number }[];
}

const choices: fc.Arbitrary<Choices> = fc.record({
  easy: fc.boolean(),
  picks: fc.array(pickKnobs, { maxLength: 16, size: 'max' }),
  weighted: fc.integer({ min: 0, max: 4 }).map((n) => n === 4),
  stocks: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(stockKnobs, { minLength: 1, maxLength: 4 }) },
  ),
  restrictions: fc.array(fc.record({ at: fc.nat({ max: 60 }), scope: fc.nat({ max: 2 }), until: fc.nat({ max: 4 }) }), {
    maxLength: 3,
  }),
});

/** One pick in three is of something that is held, one of those in ten under another sector. */
const pickOf = (knobs: PickKnobs, index: number, weighted: boolean, holdings: readonly WorldHolding[]): WorldPick => {
  const held = knobs.held < 40 ? holdings[knobs.held % holdings.length] : undefined;
  const sector = SECTORS[knobs.sector] ?? 'Technology';
  return {
    ticker: held?.ticker ?? tickerName(index, 'P'),
    sector: held === undefined || knobs.held < 4 ? sector : held.sector,
    ...(knobs.priced ? { price: held?.price ?? knobs.price } : {}),
    ...(knobs.conviction === undefined ? {} : { conviction: knobs.conviction }),
    ...(weighted ? { weight: knobs.weight } : {}),
    ...(knobs.volume === undefined ? {} : { dailyVolume: knobs.volume * 100 }),
  };
};

const picksOf = ({ picks, weighted }: Choices, holdings: readonly WorldHolding[]): readonly WorldPick[] => {
  const all = picks.map((knobs, index) => pickOf(knobs, index, weighted, holdings));
  return all.filter((pick, index) => all.findIndex(({ ticker }) => ticker === pick.ticker) === index);
};

/** A stock file of something that is held or picked, or of something new; each ticker once. */
const stocksOf = (
  { stocks }: Choices,
  known: readonly (WorldHolding | WorldPick)[],
  round: boolean,
): readonly WorldStock[] => {
  const all = stocks.map(({ at, price, conviction, proposed, basis }): WorldStock => {
    const { ticker, sector } = known[at] ?? { ticker: tickerName(at, 'S'), sector: SECTORS[at % 8] ?? 'Energy' };
    const quote = known[at]?.price ?? price;
    return { ticker, sector, price: round ? Math.ceil(quote / 100) * 100 : quote, conviction, proposed, basis };
  });
  return all.filter((stock, index) => all.findIndex(({ ticker }) => ticker === stock.ticker) === index);
};

const restrictionsOf = ({ restrictions }: Choices, tickers: readonly string[]): readonly WorldRestriction[] =>
  restrictions.flatMap(({ at, scope, until }): readonly WorldRestriction[] => {
    const ticker = tickers[at];
    const day = ['2026-01-07', '2026-01-08', '2026-02-01'][until];
    if (ticker === undefined) return [];
    const kind = (['buy', 'sell', 'both'] as const)[scope] ?? 'both';
    return [{ ticker, scope: kind, ...(day === undefined ? {} : { until: day }) }];
  });

/** A plain pick for each sector that the plan may raise and nobody picked for. */
const plainPicks = ({ verbs, strengths }: PlanKnobs, picked: readonly WorldPick[]): readonly WorldPick[] =>
  SECTORS.flatMap((sector, index): readonly WorldPick[] => {
    const verb = verbs[index];
    const raised = verb === 'increase' || verb === 'set';
    if (!raised || picked.some((pick) => pick.sector === sector)) return [];
    return [{ ticker: tickerName(index, 'Q'), sector, price: (strengths[index] ?? 1) * 13_700, conviction: 80 }];
  });

const wide = (limits: WorldSettings): WorldSettings => ({
  ...limits,
  sector_cap: { max_pct: 100, overrides: {} },
  position_limit: { max_pct: 100 },
  sector_increase: { max_increase: 100, measure: 'points' },
});

/** Accounts of every kind, with plans that close, plans that do not, and nothing to do at all. */
export const worlds: fc.Arbitrary<World> = fc
  .record({ account: accountKnobs, plan: planKnobs, choices, settings })
  .map((knobs): World => {
    const holdings = holdingsOf(knobs.account);
    const cash = cashOf(
      knobs.account,
      holdings.reduce((sum, holding) => sum + roughValue(holding), 0),
    );
    const { easy } = knobs.choices;
    const own = picksOf(knobs.choices, holdings);
    const picks = [...own, ...(easy ? plainPicks(knobs.plan, own) : [])].map((pick) =>
      knobs.account.allRound && pick.price !== undefined ? { ...pick, price: Math.ceil(pick.price / 100) * 100 } : pick,
    );
    const stocks = stocksOf(knobs.choices, [...holdings, ...picks], knobs.account.allRound);
    const tickers = [...new Set([...holdings, ...picks, ...stocks].map(({ ticker }) => ticker))];
    const rules = { floor: knobs.settings.cash_minimum.min_pct, lot: knobs.settings.trading.lot };
    return {
      cash,
      holdings,
      picks,
      stocks,
      directives: directivesOf(knobs.plan, { holdings, cash, tickers }, rules),
      restrictions: restrictionsOf(knobs.choices, tickers),
      settings: easy ? wide(knobs.settings) : knobs.settings,
    };
  });
