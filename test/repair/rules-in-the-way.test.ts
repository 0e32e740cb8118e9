// Where nothing is offered, rules are named that cannot hold together: without any one of them there is a way.
import { expect, test } from 'vitest';
import { repair } from '../../src/repair/repair.ts';
import { rulesInTheWay } from '../../src/repair/rules-in-the-way.ts';
import type { Refused } from '../../src/repair/situation.ts';
import { planFor } from '../../src/steps/rebalance.ts';
import type { Config } from '../../src/validate/config.ts';
import { some } from '../properties/chance.ts';
import { flawedWorlds, refusedOf } from '../properties/random-refused.ts';

const ALL = 100_000_000n as never;

/** The limits without one rule. Those of cash are not here: without them other figures are tried, not the same ones judged. */
const WITHOUT: Readonly<Record<string, (config: Config) => Config>> = {
  sector_cap: (config) => ({ ...config, sector_cap: { max_pct: ALL, overrides: {} } }),
  position_limit: (config) => ({ ...config, position_limit: { max_pct: ALL } }),
  sector_increase: (config) => ({ ...config, sector_increase: { max_increase: ALL, measure: 'points' } }),
  'targets-do-not-close': (config) => ({ ...config, trust: { ...config.trust, closure_points: ALL } }),
};

/** The same with other limits: whether it is SAFE, or can become so, with orders. */
const hasWay = ({ sources, terms, read }: Refused, codes: readonly string[]): boolean => {
  const config = codes.reduce((all, code) => WITHOUT[code]?.(all) ?? all, terms.config);
  const plan = planFor(sources, { ...terms, config }, read);
  if (plan.verdict === 'SAFE') return plan.plan.trades.length > 0;
  return (repair({ plan, sources, terms: { ...terms, config }, read }).plan.repair?.counterProposals.length ?? 0) > 0;
};

const codesOf = (refused: Refused): readonly string[] => {
  const none = repair(refused).plan.repair?.noCounterProposal;
  return none?.kind === 'rules' ? none.rules.map(({ code }) => code) : [];
};

const cases = some(flawedWorlds, process.env['SOAK'] === undefined ? 500 : 10_000)
  .flatMap((one) => refusedOf(one) ?? [])
  .map((refused) => ({ refused, codes: codesOf(refused) }))
  .filter(({ codes }) => codes.length > 0 && codes.every((code) => code in WITHOUT));

const others = (codes: readonly string[]): readonly string[] =>
  Object.keys(WITHOUT).filter((code) => !codes.includes(code));

test('with the named rules there is no way, whatever becomes of the other limits', () => {
  expect(cases.length).toBeGreaterThan(20);
  expect(cases.filter(({ refused, codes }) => hasWay(refused, others(codes))).map(({ codes }) => codes)).toEqual([]);
});

test('without any one of them there is a way', () => {
  const stuck = cases.flatMap(({ refused, codes }) =>
    codes.filter((code) => !hasWay(refused, [...others(codes), code])).map((code) => `${code} of ${codes.join()}`),
  );
  expect(stuck).toEqual([]);
});

test('names the fewest rules of which every variant breaks one', () => {
  const wrong = (...codes: readonly string[]) => codes.map((code) => ({ code, subject: '' }));
  const named = (...variants: readonly (readonly string[])[]) =>
    rulesInTheWay(variants.map((codes) => wrong(...codes))).map(({ code }) => code);
  expect(named(['a', 'b'], ['b', 'c'])).toEqual(['b']);
  expect(named(['a', 'b'], ['c'], ['b', 'd'])).toEqual(['b', 'c']);
  expect(named(['a'], ['b'], ['c'])).toEqual(['a', 'b', 'c']);
});
