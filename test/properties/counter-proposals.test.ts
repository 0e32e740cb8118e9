// Every counter-proposal is SAFE: by the judge, and by the six rules of a program that shares nothing with it.
import { expect, test } from 'vitest';
import type { CounterProposal } from '../../src/model/counter-proposal.ts';
import { addRatios, compareRatios, distance, pctRatio, subtractRatios, type Ratio } from '../../src/model/ratio.ts';
import { repair, type Alternative, type Repaired } from '../../src/repair/repair.ts';
import type { Refused } from '../../src/repair/situation.ts';
import { foretell } from '../oracle/foretell.ts';
import { some } from './chance.ts';
import { plainAccount, plainLimits, plainTrade } from './plain-data.ts';
import { flawedWorlds, refusedOf } from './random-refused.ts';

const soak = process.env['SOAK'] !== undefined;
const WANTED = 2_000 * (soak ? 10 : 1);
const ZERO: Ratio = { num: 0n, den: 1n };

const refused: readonly Refused[] = some(flawedWorlds, WANTED * 1.5).flatMap((one) => refusedOf(one) ?? []);
const repaired: readonly { readonly from: Refused; readonly to: Repaired }[] = refused.map((from) => ({
  from,
  to: repair(from),
}));

const alternativesOf = ({ plan, taken }: Repaired): readonly Alternative[] =>
  (plan.repair?.counterProposals ?? []).flatMap((_, at) => taken(at + 1) ?? []);

const verdictByOracle = ({ plan }: Pick<Alternative, 'plan'>, { sources, terms }: Refused): string =>
  foretell(
    plainAccount(sources.portfolio, sources.restrictions),
    plan.plan.trades.map(plainTrade),
    plainLimits(terms.config),
  ).verdict;

const ordersOf = (trades: CounterProposal['trades']): string =>
  trades.map(({ side, ticker, shares }) => `${side} ${ticker} ${shares}`).join();

/** What is wrong with the counter-proposals of a plan. */
const complaintsOf = ({ from, to }: { readonly from: Refused; readonly to: Repaired }): readonly string[] => {
  const offered = to.plan.repair?.counterProposals ?? [];
  const all = alternativesOf(to);
  return [
    ...(offered.length <= 3 && all.length === offered.length ? [] : ['number']),
    ...all.flatMap(({ plan }) => (plan.verdict === 'SAFE' ? [] : ['judge'])),
    ...all.flatMap((one) => (verdictByOracle(one, from) === 'SAFE' ? [] : ['oracle'])),
    ...all.flatMap(({ plan }) => (plan.plan.trades.length > 0 ? [] : ['nothing to do'])),
    ...all.flatMap(({ plan }, at) =>
      ordersOf(plan.plan.trades) === ordersOf(offered[at]?.trades ?? []) ? [] : ['other orders'],
    ),
    ...(new Set(offered.map(({ trades }) => ordersOf(trades))).size === offered.length ? [] : ['twice']),
    ...offered.flatMap(({ moved }, at) =>
      at === 0 || compareRatios(offered[at - 1]?.moved ?? ZERO, moved) <= 0 ? [] : ['order'],
    ),
    ...offered.flatMap(({ moved, changes }) =>
      compareRatios(changes.map((one) => one.moved).reduce(addRatios, ZERO), moved) === 0 ? [] : ['sum'],
    ),
    ...((offered.length === 0) === (to.plan.repair?.noCounterProposal !== undefined) ? [] : ['no reason']),
  ];
};

test(`of ${WANTED} refused plans every counter-proposal is SAFE by the judge and by the oracle`, () => {
  expect(refused.length).toBeGreaterThanOrEqual(WANTED);
  const offered = repaired.flatMap(({ to }) => alternativesOf(to));
  expect(offered.length).toBeGreaterThan(WANTED);
  expect(repaired.flatMap(complaintsOf)).toEqual([]);
}, 3_600_000);

/** How far a directive of a counter-proposal goes beyond what was asked: not at all, but for a sale that an inherited breach makes bigger. */
const beyondAsked = ({ sources }: Alternative, { plan: asked, sources: from, terms }: Refused): readonly string[] =>
  sources.directives.flatMap((one): readonly string[] => {
    const before = [...from.directives, ...(from.contested ?? [])].find(
      ({ id, place }) => id === one.id && place === one.place,
    );
    if (one.kind !== 'sector' || before?.kind !== 'sector' || one.target === before.target) return [];
    const current = asked.directives.find(({ directive }) => directive.id === one.id)?.current ?? ZERO;
    const [target, was] = [pctRatio(one.target ?? pct0), pctRatio(before.target ?? pct0)];
    const between = compareRatios(distance(target, was), distance(current, was)) <= 0 && sameSide(target, current, was);
    const more = subtractRatios(was, target);
    const little = more.num > 0n && compareRatios(more, pctRatio(terms.config.trust.approve_points)) <= 0;
    return between || little ? [] : [`${one.id} ${one.target ?? ''} instead of ${before.target ?? ''}`];
  });

const pct0 = 0n as never;

const sameSide = (target: Ratio, current: Ratio, was: Ratio): boolean =>
  compareRatios(target, was) >= 0 === compareRatios(current, was) >= 0;

test('takes back what was asked, and asks for nothing more', () => {
  expect(repaired.flatMap(({ from, to }) => alternativesOf(to).flatMap((one) => beyondAsked(one, from)))).toEqual([]);
});

test('is the same each time', () => {
  const again = refused.slice(0, 200).map((from) => repair(from).plan.repair);
  expect(again).toEqual(repaired.slice(0, 200).map(({ to }) => to.plan.repair));
});

test('the properties can fail: a counter-proposal with its orders spoilt is noticed', () => {
  const cases = repaired.filter(({ to }) => (to.plan.repair?.counterProposals.length ?? 0) > 0).slice(0, 200);
  const spoilt = cases.map(({ from, to }) => ({
    from,
    to: { ...to, taken: () => ({ plan: from.plan, sources: from.sources }) },
  }));
  expect(spoilt.filter((one) => complaintsOf(one).length === 0)).toEqual([]);
});
