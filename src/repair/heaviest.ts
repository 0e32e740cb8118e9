import type { ResolvedDirective } from '../model/directive.ts';
import { addRatios, compareRatios, pctRatio, type Ratio } from '../model/ratio.ts';
import { sectorOf, type Sector } from '../model/sector.ts';
import { HUNDRED_PCT, type Pct } from '../model/units.ts';
import { buysOf, type Look, type Ways } from './look.ts';
import { dropped, takenBackTo } from './retarget.ts';

const lower = (a: Ratio, b: Ratio): Ratio => (compareRatios(a, b) <= 0 ? a : b);

type Limits = Look['situation']['terms']['config'];

const capOf = (sector: Sector, { max_pct, overrides }: Limits['sector_cap']): Pct =>
  Object.entries(overrides).find(([name]) => sectorOf(name) === sector)?.[1] ?? max_pct;

/** The heaviest that an instruction may make a sector by its cap and by its largest rise, or a position by its limit. */
const heaviestOf = ({ directive, current }: ResolvedDirective, config: Limits): Ratio | undefined => {
  if (directive.kind === 'cash') return undefined;
  if (directive.kind === 'ticker') return pctRatio(config.position_limit.max_pct);
  const { max_increase, measure } = config.sector_increase;
  const rise =
    measure === 'points' ? pctRatio(max_increase) : { num: current.num * max_increase, den: current.den * HUNDRED_PCT };
  return lower(pctRatio(capOf(directive.sector, config.sector_cap)), addRatios(current, rise));
};

/** Ways to bring the first instruction that asks for more than its limits allow down to them: whatever else is done, that is needed. */
export const waysFromTooHeavy = (look: Look): Ways => {
  const { config } = look.situation.terms;
  for (const one of buysOf(look)) {
    const most = heaviestOf(one, config);
    if (most !== undefined && compareRatios(one.target, most) > 0)
      return [[takenBackTo(one, most, look.situation)], [dropped(one)]];
  }
  return [];
};
