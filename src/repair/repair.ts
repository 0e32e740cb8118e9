import type { NoCounterProposal, Repair } from '../model/counter-proposal.ts';
import { compareText } from '../model/order.ts';
import { totalValue } from '../model/portfolio.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { roundDivide, type Cents } from '../model/units.ts';
import type { Sources } from '../steps/read-sources.ts';
import { allThatIsWrong } from './all-that-is-wrong.ts';
import { rulesInTheWay } from './rules-in-the-way.ts';
import { search, type Safe, type Searched } from './search.ts';
import { situationOf, type Refused, type Situation } from './situation.ts';
import { planOf, sourcesOf } from './variant.ts';

/** A counter-proposal as a plan, and the sources as if their documents had asked for it. */
export interface Alternative {
  readonly plan: Recommendation;
  readonly sources: Sources;
}

/** A plan with its way out, and the counter-proposals as plans of their own. */
export interface Repaired {
  readonly plan: Recommendation;
  /** The counter-proposal of a number, from 1, as a plan of its own; undefined where there is none. */
  readonly taken: (number: number) => Alternative | undefined;
}

const usdOf = ({ moved }: Safe, { sources: { portfolio } }: Situation): Cents =>
  roundDivide(moved.num * totalValue(portfolio), moved.den) as Cents;

const whyNone = (searched: Searched, situation: Situation): NoCounterProposal =>
  searched.complete
    ? { kind: 'rules', rules: rulesInTheWay(allThatIsWrong(situation, searched)) }
    : { kind: 'effort', tried: searched.tried };

const asPlan = (one: Safe, number: number, situation: Situation): Alternative => {
  const { changes, moved, variant } = one;
  const taken = { number, changes, moved, usd: usdOf(one, situation) };
  return { plan: { ...planOf(situation, variant), taken }, sources: sourcesOf(situation, variant) };
};

const found = (situation: Situation): Repaired => {
  const searched = search(situation);
  const repair: Repair = {
    counterProposals: searched.safe.map((one) => ({
      changes: one.changes,
      moved: one.moved,
      usd: usdOf(one, situation),
      trades: one.plan.plan.trades,
    })),
    ...(searched.safe.length === 0 ? { noCounterProposal: whyNone(searched, situation) } : {}),
  };
  return {
    plan: { ...situation.plan, repair },
    taken: (number) => {
      const one = searched.safe[number - 1];
      return one === undefined ? undefined : asPlan(one, number, situation);
    },
  };
};

/**
 * The way out of a plan that is not SAFE: up to three variants of what was asked, the smallest changes first, each of which the
 * whole workflow has planned and the judge has found SAFE; or why there is none.
 */
export const repair = (refused: Refused): Repaired => {
  const situation = situationOf(refused);
  const codes = [...new Set(situation.obstacles.map(({ code }) => code))].sort(compareText);
  if (codes.length === 0) return found(situation);
  const noCounterProposal: NoCounterProposal = { kind: 'correct-first', codes };
  return { plan: { ...refused.plan, repair: { counterProposals: [], noCounterProposal } }, taken: () => undefined };
};
