import type { ResolvedDirective } from '../model/directive.ts';
import type { Issue } from '../model/issue.ts';
import { totalValue } from '../model/portfolio.ts';
import { weight } from '../model/ratio.ts';
import { placeText } from '../model/place.ts';
import { sumCents } from '../model/units.ts';
import { buysOf, type Look, type Ways } from './look.ts';
import { dropped, soldWhole, takenBackBy } from './retarget.ts';
import { isUndone } from './situation.ts';
import { lessCash, lessOf } from './ways-to-close.ts';

/** What stays undone is not asked for, or all of it is left. Where cash is short, others may do with less, or cash itself. */
const waysWithout = ({ code, subject }: Issue, look: Look): Ways => {
  const { plan, situation } = look;
  const whole = totalValue(situation.sources.portfolio);
  const undone = plan.plan.unfilled.filter((one) => `unfilled-${one.reason}` === code);
  const own = undone.filter((one) => one.subject === subject);
  const ways = own.flatMap((line): Ways => {
    const one = plan.directives.find(({ directive }) => directive.id === line.directive);
    return one === undefined ? [] : [[takenBackBy(one, weight(line.value, whole), situation)], [dropped(one)]];
  });
  if (code !== 'unfilled-cash-floor') return ways;
  const all = weight(sumCents(undone.map(({ value }) => value)), whole);
  const each = undone.flatMap((line) => {
    const one = plan.directives.find(({ directive }) => directive.id === line.directive);
    return one === undefined ? [] : [takenBackBy(one, weight(line.value, whole), situation)];
  });
  return [...ways, each, ...lessOf(buysOf(look), all, look), ...lessCash(all, look)];
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
