import type { Book } from '../journal/book.ts';
import { flowOf } from '../model/intent.ts';
import { plannedOrders } from '../model/planned-order.ts';
import type { PlanStatus } from '../model/plan-status.ts';
import { sectorOf, type Sector } from '../model/sector.ts';
import type { Ticker } from '../model/ticker.ts';
import { executionQuality } from '../steps/6-execution-quality.ts';
import { actual } from '../steps/7-actual.ts';
import { accountIn } from './books-of.ts';
import { exceptionsOn } from './exceptions-on.ts';
import type { OpenPlan } from './open-plan.ts';

/** Sectors of what the plan buys, and of what was booked by hand. */
const sectorsOf = ({ recommendation }: OpenPlan, book: Book): ReadonlyMap<Ticker, Sector> =>
  new Map([
    ...book.fills.flatMap(({ fill }) =>
      fill.sector === undefined ? [] : [[fill.ticker, sectorOf(fill.sector)] as const],
    ),
    ...recommendation.plan.trades.map(({ ticker, sector }) => [ticker, sector] as const),
  ]);

/** Where a plan stands by the record: what is filled, how well, what is left, and what it has come to. */
export const planStatus = (plan: OpenPlan, book: Book, document: string, now: string): PlanStatus => {
  const { recommendation, config, inputs, id } = plan;
  const fills = book.fills.map(({ fill }) => fill);
  const exceptions = exceptionsOn(plan, book, now);
  return {
    planId: id,
    verdict: recommendation.verdict,
    made: inputs.now,
    now,
    slaMinutes: config.config.approvals.sla_minutes,
    routing: config.config.approvals.routing,
    quality: executionQuality({ plan: id, orders: plannedOrders(recommendation), fills }),
    actual: actual({
      portfolio: recommendation.portfolio,
      flow: flowOf(recommendation.intent),
      fills: fills.filter((fill) => fill.plan === id),
      sectors: sectorsOf(plan, book),
      directives: recommendation.directives,
      restrictions: recommendation.rehearsal.restrictions,
      config: config.config,
      day: inputs.now.slice(0, 10),
    }),
    account: accountIn(book.text === '' ? plan.request.portfolio.text : book.text, document),
    spelling: recommendation.spelling,
    waiting: book.quarantined.filter((event) => event.plan === id),
    ...(exceptions === undefined ? {} : { exceptions }),
  };
};
