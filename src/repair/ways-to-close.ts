import { addRatios, compareRatios, distance, pctRatio, subtractRatios, type Ratio } from '../model/ratio.ts';
import type { ResolvedDirective } from '../model/directive.ts';
import { ceilDivide, floorDivide } from '../model/units.ts';
import { wishedWhole } from '../steps/0-check-closure.ts';
import { cashFloorOf } from '../steps/1c-list-trades.ts';
import { offered } from '../steps/read-sources.ts';
import { askedOf, buysOf, cashOf, leastCash, salesOf, type Look, type Ways } from './look.ts';
import { biggerSale, cashAt, takenBackBy } from './retarget.ts';
import { resolvedById } from './variant.ts';
import type { Situation } from './situation.ts';

const ZERO: Ratio = { num: 0n, den: 1n };
const WHOLE: Ratio = { num: 1n, den: 1n };

/** By how much the targets exceed the whole account; negative where they fall short. */
const excess = (situation: Situation, directives: readonly ResolvedDirective[]): Ratio => {
  const { sources, terms } = situation;
  const { portfolio, spelling } = sources;
  const { sectors } = offered(sources);
  const { config } = terms;
  const cashFloor = cashFloorOf({ directives, config });
  const tolerance = config.trust.closure_points;
  return subtractRatios(wishedWhole({ portfolio, directives, sectors, spelling, cashFloor, tolerance }), WHOLE);
};

/** How much of the account at least has to be moved until the targets close. */
export const stillToClose = (situation: Situation, directives: readonly ResolvedDirective[]): Ratio => {
  const off = excess(situation, directives);
  const closesBothWays = directives.some(({ directive }) => directive.kind === 'cash');
  if (off.num <= 0n && !closesBothWays) return ZERO;
  const left = subtractRatios(distance(off, ZERO), pctRatio(situation.terms.config.trust.closure_points));
  return left.num > 0n ? left : ZERO;
};

/** How far the targets may stay from 100 %: as far as they were asked where that was near enough, else not at all. */
const allowed = ({ situation, variant }: Look): Ratio => {
  const asked = [...resolvedById(variant.asked.values(), situation).values()];
  const off = distance(excess(situation, asked), ZERO);
  return compareRatios(off, pctRatio(situation.terms.config.trust.closure_points)) <= 0 ? off : ZERO;
};

const inProportion = (ones: readonly ResolvedDirective[], by: Ratio, { situation }: Look): Ways => {
  const gap = ({ target, current }: ResolvedDirective): Ratio => distance(target, current);
  const all = ones.map(gap).reduce(addRatios, ZERO);
  if (ones.length < 2 || all.num === 0n) return [];
  return [
    ones.map((one) => {
      const own = gap(one);
      return takenBackBy(one, { num: by.num * own.num * all.den, den: by.den * own.den * all.num }, situation);
    }),
  ];
};

/** So much less of one of them, or of all in proportion. */
export const lessOf = (ones: readonly ResolvedDirective[], by: Ratio, look: Look): Ways => [
  ...ones.map((one) => [takenBackBy(one, by, look.situation)]),
  ...inProportion(ones, by, look),
];

/** So much less cash, as long as that keeps the least cash that the limits allow. */
export const lessCash = (by: Ratio, look: Look): Ways => {
  const cash = cashOf(look);
  if (cash === undefined) return [];
  const to = subtractRatios(cash.target, by);
  return compareRatios(to, leastCash(look)) < 0 ? [] : [[cashAt(cash, to, floorDivide)]];
};

const moreCash = (by: Ratio, look: Look): Ways => {
  const cash = cashOf(look);
  const to = cash === undefined ? WHOLE : addRatios(cash.target, by);
  return cash === undefined || compareRatios(to, WHOLE) > 0 ? [] : [[cashAt(cash, to, ceilDivide)]];
};

/** So much more sold, where nothing is bought that could be less: the account has too little cash as it is. */
export const moreSold = (by: Ratio, look: Look): Ways =>
  buysOf(look).length > 0
    ? []
    : salesOf(look).flatMap((one) =>
        biggerSale(one, subtractRatios(one.target, by), askedOf(one, look), look.situation),
      );

/** Targets that are more than the whole account: less is bought, or less kept in cash. Less than the whole: less is sold, or more kept. */
export const waysToClose = (look: Look): Ways => {
  const off = excess(look.situation, look.plan.directives);
  const by = subtractRatios(distance(off, ZERO), allowed(look));
  if (by.num <= 0n) return [];
  return off.num > 0n
    ? [...lessOf(buysOf(look), by, look), ...lessCash(by, look), ...moreSold(by, look)]
    : [...lessOf(salesOf(look), by, look), ...moreCash(by, look)];
};
