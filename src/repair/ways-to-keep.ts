import type { Finding } from '../model/finding.ts';
import type { ResolvedDirective } from '../model/directive.ts';
import { addRatios, compareRatios, subtractRatios, type Ratio } from '../model/ratio.ts';
import { ceilDivide } from '../model/units.ts';
import { askedOf, buysOf, cashOf, leastCash, salesOf, sectorOf, type Look, type Ways } from './look.ts';
import { biggerSale, cashAt, dropped, takenBackBy, takenBackTo } from './retarget.ts';
import { lessOf, moreSold } from './ways-to-close.ts';

const ZERO: Ratio = { num: 0n, den: 1n };

const ratioOf = ({ limit, after }: Finding): { readonly limit: Ratio; readonly after: Ratio } | undefined =>
  (limit.unit === 'pct' || limit.unit === 'points') && (after.unit === 'pct' || after.unit === 'points')
    ? { limit: limit.value, after: after.value }
    : undefined;

/** The instructions that trade in what a finding is about. */
const about =
  (finding: Finding, look: Look) =>
  (one: ResolvedDirective): boolean =>
    finding.constraint === 'position_limit'
      ? one.directive.kind === 'ticker' && one.directive.ticker === finding.subject
      : sectorOf(one, look) === finding.subject;

/** Whether an instruction is about the very subject of a finding, so that its target is what the finding measures. */
const isWhole = ({ directive }: ResolvedDirective, { constraint }: Finding): boolean =>
  constraint === 'position_limit' || directive.kind === 'sector';

/** The heaviest that the subject may be: its cap, or what it is now and the largest rise. */
const heaviest = ({ constraint }: Finding, { current }: ResolvedDirective, limit: Ratio): Ratio =>
  constraint === 'sector_increase' ? addRatios(current, limit) : limit;

const waysBelow = (finding: Finding, look: Look): Ways => {
  const measured = ratioOf(finding);
  if (measured === undefined) return [];
  const { limit, after } = measured;
  const own = about(finding, look);
  const buys = buysOf(look).filter(own);
  return [
    ...buys.flatMap((one): Ways => [
      [
        isWhole(one, finding)
          ? takenBackTo(one, heaviest(finding, one, limit), look.situation)
          : takenBackBy(one, subtractRatios(after, limit), look.situation),
      ],
      [dropped(one)],
    ]),
    ...(finding.constraint === 'sector_increase'
      ? []
      : salesOf(look)
          .filter((one) => own(one) && isWhole(one, finding))
          .flatMap((one) => biggerSale(one, limit, askedOf(one, look), look.situation))),
  ];
};

const waysAboveFloor = (finding: Finding, look: Look): Ways => {
  const measured = ratioOf(finding);
  const cash = cashOf(look);
  const least = leastCash(look);
  if (cash !== undefined && compareRatios(cash.target, least) < 0) return [[cashAt(cash, least, ceilDivide)]];
  const short = measured === undefined ? ZERO : subtractRatios(measured.limit, measured.after);
  return [...lessOf(buysOf(look), short, look), ...buysOf(look).map((one) => [dropped(one)]), ...moreSold(short, look)];
};

/** Ways to keep a limit that a variant breaks. */
export const waysToKeep = (finding: Finding, look: Look): Ways => {
  switch (finding.constraint) {
    case 'sector_cap':
    case 'position_limit':
    case 'sector_increase':
      return waysBelow(finding, look);
    case 'cash_minimum':
    case 'cash_throughout':
      return waysAboveFloor(finding, look);
    default:
      return [];
  }
};
