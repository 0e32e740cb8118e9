import type { ResolvedDirective } from '../model/directive.ts';
import { percentText, pointsText } from '../model/figures.ts';
import { compareText, thenBy } from '../model/order.ts';
import { comparePlaces } from '../model/place.ts';
import type { Issue } from '../model/issue.ts';
import { holdingValue, totalValue, type Portfolio } from '../model/portfolio.ts';
import { addRatios, compareRatios, distance, pctRatio, subtractRatios, weight, type Ratio } from '../model/ratio.ts';
import { sectorName, type Sector, type Spelling } from '../model/sector.ts';
import type { Ticker } from '../model/ticker.ts';
import { HUNDRED_PCT, type Pct } from '../model/units.ts';

/** What the targets are summed over. */
export interface Closing {
  readonly portfolio: Portfolio;
  readonly directives: readonly ResolvedDirective[];
  /** Sectors of tickers that are picked but not held. */
  readonly sectors: ReadonlyMap<Ticker, Sector>;
  readonly spelling: Spelling;
  /** The cash that must remain: the stated target, else the minimum of the config. */
  readonly cashFloor: Pct;
  readonly tolerance: Pct;
}

const ZERO: Ratio = { num: 0n, den: 1n };

/** The weight that each sector would have if every directive were met exactly. */
const wished = ({ portfolio, directives, sectors }: Closing): ReadonlyMap<Sector, Ratio> => {
  const total = totalValue(portfolio);
  const weights = new Map<Sector, Ratio>();
  const add = (sector: Sector, part: Ratio): void => {
    weights.set(sector, addRatios(weights.get(sector) ?? ZERO, part));
  };
  for (const holding of portfolio.holdings) add(holding.sector, weight(holdingValue(holding), total));
  const sectorOf = new Map([...sectors, ...portfolio.holdings.map(({ ticker, sector }) => [ticker, sector] as const)]);
  for (const { directive, action, current, target } of directives) {
    const sector = directive.kind === 'ticker' ? sectorOf.get(directive.ticker) : undefined;
    if (sector !== undefined && action !== 'HOLD') add(sector, subtractRatios(target, current));
  }
  for (const { directive, target } of directives) {
    if (directive.kind === 'sector' && directive.direction !== 'hold') weights.set(directive.sector, target);
  }
  return weights;
};

const sum = (parts: Iterable<Ratio>): Ratio => {
  let total = ZERO;
  for (const part of parts) total = addRatios(total, part);
  return total;
};

const wholeOf = (weights: ReadonlyMap<Sector, Ratio>, cashFloor: Pct): Ratio =>
  sum([...weights.values(), pctRatio(cashFloor)]);

/** What the targets, the sectors that nobody named and the cash that must remain add up to. */
export const wishedWhole = (closing: Closing): Ratio => wholeOf(wished(closing), closing.cashFloor);

/**
 * The targets, the sectors that nobody named and the cash that must remain are the whole account. Where cash has a
 * stated target the sum must close both ways; where it has none, what is left over is simply cash.
 */
export const checkClosure = (closing: Closing): readonly Issue[] => {
  const { directives, cashFloor, tolerance, spelling } = closing;
  const cash = directives.find(({ directive }) => directive.kind === 'cash');
  const weights = wished(closing);
  const whole = wholeOf(weights, cashFloor);
  const hundred: Ratio = { num: 1n, den: 1n };
  const over = compareRatios(whole, hundred) > 0;
  const off = compareRatios(distance(whole, hundred), { num: tolerance, den: HUNDRED_PCT }) > 0;
  if (!off || (cash === undefined && !over)) return [];
  const named = new Map(directives.map(({ subject, directive }) => [subject, directive.place.line]));
  const parts = [...weights]
    .map(([sector, value]) => ({ name: sectorName(sector, spelling), value }))
    .filter(({ name }) => named.has(name))
    .sort((a, b) => thenBy(compareRatios(b.value, a.value), compareText(a.name, b.name)))
    .map(({ name, value }) => `${name} ${percentText(value)} (line ${named.get(name) ?? 0})`);
  const others = sum(
    [...weights].filter(([sector]) => !named.has(sectorName(sector, spelling))).map(([, value]) => value),
  );
  const at = cash?.directive.place ?? directives.map(({ directive }) => directive.place).sort(comparePlaces)[0];
  return [
    {
      code: 'targets-do-not-close',
      level: 'block',
      ...(at === undefined ? {} : { place: at }),
      detail: {
        sum: percentText(whole),
        parts,
        others: percentText(others),
        cash: percentText(pctRatio(cashFloor)),
        stated: cash !== undefined,
        tolerance: pointsText(pctRatio(tolerance), ZERO),
        off: pointsText(whole, hundred),
      },
    },
  ];
};
