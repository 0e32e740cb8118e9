import type { ResolvedDirective } from '../model/directive.ts';
import type { Issue } from '../model/issue.ts';
import { totalValue } from '../model/portfolio.ts';
import { compareRatios, weight } from '../model/ratio.ts';
import { placeText } from '../model/place.ts';
import { ceilDivide, sumCents } from '../model/units.ts';
import { buysOf, cashOf, leastCash, type Look, type Ways } from './look.ts';
import { cashAt, dropped, soldWhole, takenBackBy } from './retarget.ts';
import { isUndone, UNDONE } from './situation.ts';
import type { Change } from './variant.ts';
import { lessCash, lessOf } from './ways-to-close.ts';

/** The instructions that stay undone for a reason, each with so much less as could not be carried out of it. */
const lessOfEach = (reason: string, { plan, situation }: Look): readonly (readonly [ResolvedDirective, Change])[] => {
  const whole = totalValue(situation.sources.portfolio);
  return plan.plan.unfilled.flatMap((line): readonly (readonly [ResolvedDirective, Change])[] => {
    const one = plan.directives.find(({ directive }) => directive.id === line.directive);
    if (line.reason !== reason || one === undefined) return [];
    return [[one, takenBackBy(one, weight(line.value, whole), situation)]];
  });
};

/** Where cash is short, each does with less, or one of them does for all, or cash does with less itself. */
const waysWithLessCash = (look: Look): Ways => {
  const { plan, situation } = look;
  const cash = cashOf(look);
  const least = leastCash(look);
  if (cash !== undefined && compareRatios(cash.target, least) < 0) return [[cashAt(cash, least, ceilDivide)]];
  const short = plan.plan.unfilled.filter(({ reason }) => reason === CASH_FLOOR).map(({ value }) => value);
  const all = weight(sumCents(short), totalValue(situation.sources.portfolio));
  return [
    lessOfEach(CASH_FLOOR, look).map(([, change]) => change),
    ...lessOf(buysOf(look), all, look),
    ...buysOf(look).map((one) => [dropped(one)]),
    ...lessCash(all, look),
  ];
};

const CASH_FLOOR = 'cash-floor';

/** What stays undone is not asked for, or nothing of its instruction is. */
const waysWithout = ({ code, subject }: Issue, look: Look): Ways => {
  const reason = code.replace(UNDONE, '');
  if (reason === CASH_FLOOR) return waysWithLessCash(look);
  return lessOfEach(reason, look)
    .filter(([one]) => one.subject === subject)
    .flatMap(([one, change]) => [[change], [dropped(one)]]);
};

const isFrom = ({ place, subject }: Issue, { directive, subject: own }: ResolvedDirective): boolean =>
  place === undefined ? subject === own : placeText(place) === placeText(directive.place);

/** An instruction that cannot be carried out as it stands is left out; whoever wants to sell more than is held sells all. */
const waysAround = (issue: Issue, { plan, situation }: Look): Ways =>
  plan.directives
    .filter((one) => isFrom(issue, one))
    .flatMap((one): Ways => [
      ...(issue.code === 'sell-more-than-held' ? [[soldWhole(one, situation)]] : []),
      [dropped(one)],
    ]);

/** Ways to be rid of an issue about an instruction. */
export const waysToCarryOut = (issue: Issue, look: Look): Ways =>
  isUndone(issue) ? waysWithout(issue, look) : waysAround(issue, look);
