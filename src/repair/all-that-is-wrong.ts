import { HUNDRED_PCT } from '../model/units.ts';
import type { Searched } from './search.ts';
import type { Situation } from './situation.ts';
import { judgedOf } from './variant.ts';
import { wrongWith, type Wrong } from './ways-out.ts';

/** What keeps a plan from having orders at all, so that no limit is measured. */
const GATES: ReadonlySet<string> = new Set(['targets-do-not-close', 'verb-contradicts-account']);

/** The same situation where the gates stand open. */
const withoutGates = (situation: Situation): Situation => {
  const { config } = situation.terms;
  const trust = { ...config.trust, closure_points: HUNDRED_PCT, approve_points: HUNDRED_PCT };
  return { ...situation, terms: { ...situation.terms, config: { ...config, trust } } };
};

/**
 * What is wrong with each variant that trades something, behind a gate too: where targets do not close there are no orders, and
 * what would be wrong with these is not seen otherwise. A variant that trades nothing even so says nothing about rules.
 */
export const allThatIsWrong = (situation: Situation, { refused }: Searched): readonly (readonly Wrong[])[] => {
  const open = withoutGates(situation);
  return refused.flatMap(({ variant, wrong }): readonly (readonly Wrong[])[] => {
    const gates = wrong.filter(({ code }) => GATES.has(code));
    if (gates.length === 0) return [wrong];
    const plan = judgedOf(open, variant);
    return plan.plan.trades.length === 0 ? [] : [[...gates, ...wrongWith(plan)]];
  });
};
