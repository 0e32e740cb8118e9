// Every property is shown a plan that breaks it: one that never complains proves nothing.
import { expect, test } from 'vitest';
import type { ResolvedDirective } from '../../src/model/directive.ts';
import type { Restriction } from '../../src/model/portfolio.ts';
import type { Rehearsal } from '../../src/model/rehearsal.ts';
import { sectorOf } from '../../src/model/sector.ts';
import type { Trade } from '../../src/model/trade.ts';
import { cents, pct, shares, type Cents } from '../../src/model/units.ts';
import type { Config } from '../../src/validate/config.ts';
import { some } from './chance.ts';
import { PROPERTIES } from './every-property.ts';
import { runOf, withTrades, type Run } from './plan-run.ts';
import { causeOf, offerOf, tradesOf } from './property.ts';
import { intendedWorlds } from './random-intents.ts';
import { worlds } from './random-world.ts';
import { isRound } from './world.ts';

/** A plan spoilt in one way; undefined where it has nothing to spoil. */
type Spoil = (run: Run) => Run | undefined;

const MILLION = 1_000_000n;

const withRehearsal = (run: Run, change: Partial<Rehearsal>): Run => ({
  ...run,
  result: { ...run.result, rehearsal: { ...run.result.rehearsal, ...change } },
});

const withPlan = (run: Run, trades: readonly Trade[]): Run => ({
  ...run,
  result: { ...run.result, plan: { ...run.result.plan, trades } },
});

const withConfig = (run: Run, change: Partial<Config>): Run => ({ ...run, config: { ...run.config, ...change } });

/** Changes the first order that can be spoilt so; the orders only, not what follows from them. */
const firstOrder =
  (wanted: (trade: Trade, run: Run) => boolean, spoilt: (trade: Trade, run: Run) => Trade): Spoil =>
  (run) => {
    const at = tradesOf(run).findIndex((trade) => wanted(trade, run));
    return at < 0
      ? undefined
      : withPlan(
          run,
          tradesOf(run).map((one, index) => (index === at ? spoilt(one, run) : one)),
        );
  };

const any = (): boolean => true;
const isBuy = ({ side }: Trade): boolean => side === 'BUY';
const isSell = ({ side }: Trade): boolean => side === 'SELL';
const forSector = (trade: Trade, run: Run): boolean => causeOf(run.result, trade)?.directive.kind === 'sector';
const boughtForSector = (trade: Trade, run: Run): boolean => isBuy(trade) && forSector(trade, run);

const ifAny = (run: Run, wanted: (trade: Trade, run: Run) => boolean, spoilt: () => Run): Run | undefined =>
  tradesOf(run).some((trade) => wanted(trade, run)) ? spoilt() : undefined;

/** The cash of one step replaced. */
const withStep = (run: Run, at: number, cash: bigint): Run =>
  withRehearsal(run, {
    steps: run.result.rehearsal.steps.map((step, index) => (index === at ? { ...step, cash: cents(cash) } : step)),
  });

const withDirectives = (run: Run, change: (one: ResolvedDirective) => ResolvedDirective): Run => ({
  ...run,
  result: {
    ...run.result,
    directives: run.result.directives.map(change),
    plan: { ...run.result.plan, ...(run.result.plan.aims && { aims: run.result.plan.aims.map(change) }) },
  },
});

const isWanted = ({ world: { intent } }: Run, kind: string): boolean => intent?.kind === kind;

/** Contradictions get a verdict and no orders. */
const isBlocked = ({ result }: Run): boolean => result.issues.some(({ level }) => level === 'block');

/** Something is said to be undone. */
const isExcused = ({ result: { plan, issues } }: Run): boolean =>
  plan.unfilled.length > 0 || plan.suppressed.length > 0 || issues.some(({ code }) => code === 'buys-scaled');

/** Forgets what one sector directive trades, and rehearses the rest; where nothing else excuses it. */
const forgotten =
  (side: 'BUY' | 'SELL'): Spoil =>
  (run) => {
    const lost = tradesOf(run).find((trade) => trade.side === side && forSector(trade, run))?.directive;
    const large = tradesOf(run).filter(({ directive, value }) => directive === lost && value > 200_000n).length > 0;
    if (isExcused(run) || lost === undefined || !large || run.config.trading.fee_per_order_usd > 0n) return undefined;
    return withTrades(
      run,
      tradesOf(run).filter(({ directive }) => directive !== lost),
    );
  };

const SPOILS: Readonly<Record<string, Spoil>> = {
  valueIsConserved: (run) => {
    const { after } = run.result.rehearsal;
    const less = (amount: Cents): Cents => cents(amount - 1n);
    return isRound(run.world)
      ? withRehearsal(run, { after: { ...after, cash: less(after.cash), total: less(after.total) } })
      : undefined;
  },
  nothingIsSoldThatIsNotHeld: firstOrder(isSell, (trade, run) => {
    const held = run.sources.portfolio.holdings.find(({ ticker }) => ticker === trade.ticker)?.shares ?? 0n;
    return { ...trade, shares: shares(held + 1n) };
  }),
  ordersAreWholeLots: firstOrder(isBuy, (trade) => ({ ...trade, shares: shares(trade.shares + 1n) })),
  aTickerIsTradedOnce: (run) => {
    const [first] = tradesOf(run);
    return first && withPlan(run, [...tradesOf(run), { ...first, side: first.side === 'BUY' ? 'SELL' : 'BUY' }]);
  },
  noOrderIsTooSmall: (run) =>
    firstOrder(any, (trade) => ({ ...trade, value: cents(run.config.trading.min_trade_usd - 1n) }))(run),
  ordersSayWhatTheyCost: firstOrder(any, (trade) => ({ ...trade, value: cents(trade.value + 1n) })),
  ordersHaveADirective: firstOrder(any, (trade) => ({ ...trade, directive: 'nobody' })),
  ordersAreInSequence: (run) => (tradesOf(run).length > 1 ? withPlan(run, [...tradesOf(run)].reverse()) : undefined),
  buysCarryTheirConviction: firstOrder(
    (trade, run) => isBuy(trade) && offerOf(run, trade)?.sector === trade.sector && trade.conviction !== undefined,
    (trade) => ({ ...trade, conviction: pct(0n) }),
  ),
  cashIsNeverNegative: (run) => ifAny(run, any, () => withStep(run, 0, -1n)),
  aSafePlanIsSafeAtEveryStep: (run) => {
    const { before, steps } = run.result.rehearsal;
    const guarded = run.result.verdict === 'SAFE' && run.config.cash_throughout.min_pct > 0n && before.cash > 0n;
    return guarded && steps.length > 0 ? withStep(run, steps.length - 1, 0n) : undefined;
  },
  buysLeaveTheFloor: (run) => {
    const { after } = run.result.rehearsal;
    const floor = run.result.cashFloor.pct > 0n;
    return ifAny(
      run,
      (trade) => isBuy(trade) && floor,
      () => withRehearsal(run, { after: { ...after, cash: cents(0n) } }),
    );
  },
  sellsRaiseCash: (run) =>
    ifAny(
      run,
      ({ side, value, fees }) => side === 'SELL' && value > fees,
      () => withStep(run, 0, run.result.rehearsal.before.cash - 1n),
    ),
  nothingForbiddenIsTraded: (run) => {
    const [first] = tradesOf(run);
    const forbidden: Restriction | undefined = first && { ticker: first.ticker, scope: 'both' };
    return forbidden && { ...run, sources: { ...run.sources, restrictions: [forbidden] } };
  },
  picksStayWithinThePositionLimit: (run) =>
    ifAny(run, boughtForSector, () => withConfig(run, { position_limit: { max_pct: pct(0n) } })),
  sectorsStayWithinTheirTarget: (run) =>
    ifAny(run, boughtForSector, () => withDirectives(run, (one) => ({ ...one, target: { num: 0n, den: 1n } }))),
  unconvincingPicksAreNotBought: (run) =>
    ifAny(
      run,
      (trade) => boughtForSector(trade, run) && (offerOf(run, trade)?.conviction ?? 100n * MILLION) < 100n * MILLION,
      () => withConfig(run, { stock_criteria: { ...run.config.stock_criteria, min_conviction: pct(100n * MILLION) } }),
    ),
  stockFilesAreHeeded: (run) => {
    const proposing = (trade: Trade): boolean => run.sources.stocks.some(({ ticker }) => ticker === trade.ticker);
    return ifAny(
      run,
      (trade) => boughtForSector(trade, run) && proposing(trade),
      () => ({ ...run, result: { ...run.result, stockValidations: [] } }),
    );
  },
  onlyTheBestPicksAreBought: (run) =>
    ifAny(
      run,
      (trade) => boughtForSector(trade, run) && offerOf(run, trade)?.sector === trade.sector,
      () => withConfig(run, { trading: { ...run.config.trading, max_picks_per_sector: 0 } }),
    ),
  nothingElseIsTouched: firstOrder(forSector, (trade) => ({ ...trade, sector: sectorOf('Elsewhere') })),
  fallingSectorsReachTheirTarget: forgotten('SELL'),
  risingSectorsReachTheirTarget: forgotten('BUY'),
  nothingIsSoldUnasked: (run) =>
    isWanted(run, 'deposit') && tradesOf(run).length > 0
      ? withPlan(
          run,
          tradesOf(run).map((trade) => ({ ...trade, side: 'SELL' })),
        )
      : undefined,
  withheldSalesAreTold: (run) => {
    const { plan } = run.result;
    if (run.config.trading.fee_per_order_usd > 0n || plan.unfilled.every(({ reason }) => reason !== 'no-sell'))
      return undefined;
    return {
      ...run,
      result: {
        ...run.result,
        plan: { ...plan, unfilled: plan.unfilled.filter(({ reason }) => reason !== 'no-sell') },
      },
    };
  },
  nothingIsBoughtForAWithdrawal: (run) =>
    isWanted(run, 'withdrawal') && tradesOf(run).length > 0
      ? withPlan(
          run,
          tradesOf(run).map((trade) => ({ ...trade, side: 'BUY' })),
        )
      : undefined,
  aDepositSpendsOnlyItself: (run) =>
    run.world.intent?.kind === 'deposit' && tradesOf(run).length > 0
      ? { ...run, world: { ...run.world, intent: { kind: 'deposit', amount: 1 } } }
      : undefined,
  aWithdrawalLeavesTheFloor: (run) => {
    const isTold = run.result.plan.unfilled.some(({ reason }) => reason === 'not-raised');
    if (!isWanted(run, 'withdrawal') || isTold || isBlocked(run)) return undefined;
    const { after } = run.result.rehearsal;
    return withRehearsal(run, { after: { ...after, cash: cents(-1n) } });
  },
  aWithdrawalSellsNoMoreThanItTakes: (run) => {
    if (!isWanted(run, 'withdrawal') || isBlocked(run) || tradesOf(run).length === 0) return undefined;
    const { after } = run.result.rehearsal;
    return withRehearsal(run, { after: { ...after, cash: cents(after.cash * 2n + 100_000_000_000n) } });
  },
  locksAreKept: (run) => {
    const [trade] = tradesOf(run);
    if (trade === undefined || run.world.intent === undefined) return undefined;
    const kind = isSell(trade) ? 'no_sell' : 'no_buy';
    const lock = { ticker: trade.ticker, kind, reason: 'as the person prefers', until: '2026-03-01' } as const;
    return { ...run, world: { ...run.world, settings: { ...run.world.settings, locks: { tickers: [lock] } } } };
  },
  bandsAreKept: (run) =>
    run.world.intent?.kind === 'restraint' && run.world.intent.withinBand && !isBlocked(run)
      ? ifAny(
          run,
          (trade) => isSell(trade) && forSector(trade, run) && (causeOf(run.result, trade)?.target.num ?? 0n) > 0n,
          () =>
            withConfig(run, {
              bands: { points: pct(100n * MILLION), relative_pct: pct(100n * MILLION), rule: 'wider' },
            }),
        )
      : undefined,
  nothingBoughtIsRejected: (run) => {
    const { plan } = run.result;
    const bought = tradesOf(run).find(isBuy)?.ticker;
    const refused = bought && { ticker: bought, reason: 'restricted', detail: {} };
    return refused && { ...run, result: { ...run.result, plan: { ...plan, rejectedPicks: [refused] } } };
  },
  whatIsUndoneIsWorthSomething: (run) => {
    const { plan } = run.result;
    const [first] = plan.unfilled;
    return (
      first && { ...run, result: { ...run.result, plan: { ...plan, unfilled: [{ ...first, value: cents(0n) }] } } }
    );
  },
  countedOrdersAreExact: firstOrder(
    (trade, run) => {
      const directive = causeOf(run.result, trade)?.directive;
      const isRejected = run.result.plan.rejectedPicks.some(({ ticker }) => ticker === trade.ticker);
      return directive?.kind === 'ticker' && directive.aim.kind === 'shares' && !isExcused(run) && !isRejected;
    },
    (trade) => ({ ...trade, shares: shares(trade.shares - 1n) }),
  ),
};

const all = Object.values(PROPERTIES).flatMap((group) => Object.entries(group));
const planned = [...some(worlds, 1_000), ...some(intendedWorlds, 500)].map(runOf);

test('every property has its spoilt plan', () => {
  expect(Object.keys(SPOILS).sort()).toEqual(all.map(([name]) => name).sort());
});

test.each(all)('%s complains about every plan that breaks it', (name, complaintsOf) => {
  const spoilt = planned.flatMap((run) => SPOILS[name]?.(run) ?? []);
  expect(spoilt.length).toBeGreaterThan(2);
  expect(spoilt.filter((run) => complaintsOf(run).length === 0).length).toBe(0);
});
