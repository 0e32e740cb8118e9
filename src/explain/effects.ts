import type { Effect, Otherwise, Rule } from '../model/explanation.ts';
import { compareText } from '../model/order.ts';
import type { Ticker } from '../model/ticker.ts';
import type { Trade } from '../model/trade.ts';
import type { Shares } from '../model/units.ts';
import { listTrades } from '../steps/1c-list-trades.ts';
import { groundOf, type Given } from './given.ts';
import { INSTRUCTION, type WithoutRule } from './rules.ts';

type Net = ReadonlyMap<Ticker, bigint>;

const netOf = (trades: readonly Trade[]): Net => {
  const net = new Map<Ticker, bigint>();
  for (const { ticker, side, shares } of trades)
    net.set(ticker, (net.get(ticker) ?? 0n) + (side === 'BUY' ? shares : -shares));
  return net;
};

const changesBetween = (planned: Net, otherwise: Net, concerns: (ticker: Ticker) => boolean): readonly Otherwise[] =>
  [...new Set([...planned.keys(), ...otherwise.keys()])]
    .filter((ticker) => concerns(ticker) && (planned.get(ticker) ?? 0n) !== (otherwise.get(ticker) ?? 0n))
    .sort(compareText)
    .map((ticker) => ({
      ticker,
      planned: (planned.get(ticker) ?? 0n) as Shares,
      otherwise: (otherwise.get(ticker) ?? 0n) as Shares,
    }));

/** What the rules of a plan do to the orders of some tickers. */
export interface Effects {
  readonly bound: readonly Effect[];
  readonly together?: Effect;
  readonly unbound: readonly Rule[];
}

/** The fewest of the rules that change something together: one after the other is put back as long as something still changes. */
const fewest = (
  rules: readonly WithoutRule[],
  without: (left: readonly WithoutRule[]) => readonly Otherwise[],
): Effect | undefined => {
  if (without(rules).length === 0) return undefined;
  let needed = rules;
  for (const one of rules) {
    const fewer = needed.filter((other) => other !== one);
    if (without(fewer).length > 0) needed = fewer;
  }
  return { rules: needed.map(({ rule }) => rule), changes: without(needed) };
};

/**
 * Which rules decide: the orders are worked out again by the same generator without each of them. Where no rule besides the
 * instructions decides alone, the fewest are named that do together, if any do.
 */
export const effectsOf = (
  given: Given,
  planned: readonly Trade[],
  rules: readonly WithoutRule[],
  concerns: (ticker: Ticker) => boolean,
): Effects => {
  const net = netOf(planned);
  const without = (left: readonly WithoutRule[]): readonly Otherwise[] => {
    const other = left.reduce((changed, { relax }) => relax(changed), given);
    return changesBetween(net, netOf(listTrades(groundOf(other)).plan.trades), concerns);
  };
  const tried = rules.map((one) => ({ one, changes: without([one]) }));
  const bound = tried.filter(({ changes }) => changes.length > 0);
  const unbound = tried.filter(({ changes }) => changes.length === 0).map(({ one }) => one);
  const isRule = ({ rule }: WithoutRule): boolean => rule.name !== INSTRUCTION;
  const together = bound.some(({ one }) => isRule(one)) ? undefined : fewest(unbound.filter(isRule), without);
  return {
    bound: bound.map(({ one, changes }) => ({ rules: [one.rule], changes })),
    unbound: unbound.map(({ rule }) => rule),
    ...(together === undefined ? {} : { together }),
  };
};
