import type { ResolvedDirective } from '../model/directive.ts';
import { dollarText } from '../model/figures.ts';
import type { Fill } from '../model/fill.ts';
import { flowing, type MoneyFlow } from '../model/intent.ts';
import type { Issue } from '../model/issue.ts';
import { totalValue } from '../model/portfolio.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Plan, Unfilled } from '../model/trade.ts';
import { addCents, exactOf, exactPart, sumCents } from '../model/units.ts';
import { resolveDirectives } from './0-resolve-directives.ts';
import { cashFloorOf, listUnlessBlocked } from './1c-list-trades.ts';
import { atTodaysPrices } from './at-todays-prices.ts';
import { cutBuys, type Cut } from './cut-buys.ts';
import { openFlow } from './open-flow.ts';
import { lotOf } from './ground.ts';
import { groundworkOf, stockIssues } from './groundwork-of.ts';
import { offered, type Sources, type Terms } from './read-sources.ts';
import { recommend } from './recommend.ts';
import { remainderOf } from './remainder-of.ts';
import { unfilledIssue } from './unfilled-issue.ts';

/** A plan that is partly carried out, and the account and the terms of today. */
export interface Unfinished {
  /** What the plan was made from, and under which terms. */
  readonly base: Sources;
  readonly made: Terms;
  /** The fills of the plan. */
  readonly fills: readonly Fill[];
  /** What today's documents say: the account with every fill, and prices. */
  readonly today: Sources;
  readonly terms: Terms;
}

/**
 * What the generator would order today from where the plan began. Whether targets close, and whether the document's
 * figures agree, was settled at the prices for which it was written.
 */
const ordersToday = ({ base, made, today }: Unfinished) => {
  const sources = atTodaysPrices(base, today);
  const { portfolio, spelling } = sources;
  const { resolved, issues } = resolveDirectives(sources.directives, {
    portfolio,
    spelling,
    prices: offered(sources).prices,
    trust: made.config.trust,
    ...(made.basis === undefined ? {} : { basis: made.basis }),
  });
  const groundwork = groundworkOf(sources, resolved, made);
  const before = [...issues, ...stockIssues(groundwork)];
  const listing = listUnlessBlocked(groundwork, before);
  const validations = groundwork.stocks.map(({ validation }) => validation);
  return { sources, directives: resolved, validations, listing, issues: [...before, ...listing.issues] };
};

/** What the cash cuts off: a note where it is no more than the targets may miss 100 % by, else undone for all to see. */
const cutOff = (
  { cut }: Cut,
  directives: readonly ResolvedDirective[],
  { today: { portfolio }, terms: { config } }: Unfinished,
): { readonly unfilled: readonly Unfilled[]; readonly issues: readonly Issue[] } => {
  const value = sumCents(cut.map((one) => one.value));
  if (exactOf(value) <= exactPart(config.trust.closure_points, totalValue(portfolio))) {
    const detail = { value: dollarText(value), tickers: cut.map(({ trade }) => trade.ticker) };
    return { unfilled: [], issues: cut.length === 0 ? [] : [{ code: 'remainder-cut', level: 'note', detail }] };
  }
  const subjects = new Map(directives.map(({ directive, subject }) => [directive.id, subject]));
  const unfilled = cut.map(({ trade: { directive = '', ticker }, ...one }): Unfilled => ({
    subject: subjects.get(directive) ?? ticker,
    directive,
    value: one.value,
    reason: 'cash-floor',
  }));
  return { unfilled, issues: [] };
};

/** The terms of today, with the money that is still on its way. */
const withFlow = ({ intent: _today, ...terms }: Terms, flow: MoneyFlow | undefined): Terms =>
  flow === undefined ? terms : { ...terms, intent: flow };

/**
 * The remainder of a plan at today's prices: what its directives would order from its starting account today, less what
 * is filled. Fills beyond that are not reversed but told. Purchases are cut where the cash that there really is would fall
 * below its floor. The result is judged from the account as it is now. At unchanged prices, with fills at the plan's
 * prices, it ends where the plan would have ended.
 */
export const replan = (unfinished: Unfinished, read: readonly Issue[]): Recommendation => {
  const { base, fills, today, terms } = unfinished;
  const { sources, directives, validations, listing, issues } = ordersToday(unfinished);
  const { flow, issues: flowIssues } = openFlow(
    unfinished.made.intent,
    base.portfolio.cash,
    fills,
    today.portfolio.cash,
  );
  const deposit = flowing(flow, 'deposit');
  const left = remainderOf(listing.plan.trades, fills);
  const purse = {
    cash: addCents(today.portfolio.cash, deposit),
    total: addCents(totalValue(today.portfolio), deposit),
    floor: { pct: cashFloorOf({ directives, config: terms.config }), usd: terms.config.cash_minimum.min_usd },
    lot: lotOf(terms.config),
  };
  const kept = cutBuys(left.trades, purse);
  const undone = cutOff(kept, directives, unfinished);
  const plan: Plan = {
    ...listing.plan,
    trades: kept.trades,
    unfilled: [...listing.plan.unfilled, ...undone.unfilled],
  };
  return recommend({
    workflow: 'rebalance',
    terms: withFlow(terms, flow),
    sources: {
      ...sources,
      portfolio: today.portfolio,
      restrictions: today.restrictions,
      spelling: new Map([...base.spelling, ...today.spelling]),
    },
    directives,
    plan,
    stockValidations: validations,
    issues: [
      ...read,
      ...issues.filter(({ code }) => !code.endsWith('-planned')),
      ...flowIssues,
      ...left.issues,
      ...undone.issues,
      ...plan.unfilled.map((line) => unfilledIssue(line, directives)),
    ],
  });
};
