import type { ResolvedDirective, SectorDirective } from '../model/directive.ts';
import { holdingValue, type Holding } from '../model/portfolio.ts';
import { weight, type Ratio } from '../model/ratio.ts';
import { sectorName, type Sector } from '../model/sector.ts';
import { addCents, subtractCents, type Cents } from '../model/units.ts';
import { ownDirective, type Ground } from './ground.ts';

/** A sector of the account or of the instructions, and what it should weigh. */
export interface SectorAim {
  readonly sector: Sector;
  readonly directive: SectorDirective;
  readonly value: Cents;
  /** The target that the document states; where it states none, the weight that the sector has in the document. */
  readonly target: Ratio;
}

const NOTHING = 0n as Cents;

/** A sector that no instruction names: it is to keep its weight. */
const unnamed = (sector: Sector, { place }: Pick<Holding, 'place'>): SectorDirective => ({
  kind: 'sector',
  id: `sector:${sector}`,
  direction: 'set',
  sector,
  place,
  text: '',
});

/** Every sector with its value and its target. `whole` is the account that the document states, without money that flows. */
export const sectorAims = ({ portfolio, directives }: Ground, whole: Cents): readonly SectorAim[] => {
  const values = new Map<Sector, Cents>();
  const first = new Map<Sector, Holding>();
  for (const holding of portfolio.holdings) {
    values.set(holding.sector, addCents(values.get(holding.sector) ?? NOTHING, holdingValue(holding)));
    if (!first.has(holding.sector)) first.set(holding.sector, holding);
  }
  const named = directives.flatMap(({ directive, target }): readonly SectorAim[] =>
    directive.kind === 'sector'
      ? [{ sector: directive.sector, directive, value: values.get(directive.sector) ?? NOTHING, target }]
      : [],
  );
  const told = new Set(named.map(({ sector }) => sector));
  const others = [...first]
    .filter(([sector]) => !told.has(sector))
    .map(([sector, holding]): SectorAim => {
      const value = values.get(sector) ?? NOTHING;
      return { sector, directive: unnamed(sector, holding), value, target: weight(value, whole) };
    });
  return [...named, ...others];
};

/** A sector that gets, or gives up, an amount: as an instruction that the generator carries out. */
export const aimedBy = (
  { total, spelling }: Ground,
  { sector, directive, value }: SectorAim,
  action: 'BUY' | 'SELL',
  amount: Cents,
): ResolvedDirective => {
  const change = (action === 'BUY' ? amount : -amount) as Cents;
  return {
    directive,
    subject: sectorName(sector, spelling),
    action,
    current: weight(value, total),
    target: { num: addCents(value, change), den: total },
    change,
  };
};

/**
 * What remains in force beside the sectors: the cash to keep, and the tickers that an instruction of their own moves the other way or
 * tells to stay: they are left alone.
 */
export const keptBeside = (ground: Ground, action: 'BUY' | 'SELL'): readonly ResolvedDirective[] =>
  ground.directives.flatMap((resolved): readonly ResolvedDirective[] => {
    if (resolved.directive.kind === 'cash') return [resolved];
    const isOther = resolved.directive.kind === 'ticker' && resolved.action !== action;
    return isOther ? [{ ...resolved, action: 'HOLD', change: NOTHING }] : [];
  });

/** The ground with these directives alone. */
export const withDirectives = (ground: Ground, directives: readonly ResolvedDirective[]): Ground => ({
  ...ground,
  directives: [...directives].sort((a, b) => (a.directive.id < b.directive.id ? -1 : 1)),
});

/** The holdings that sector directives may touch. */
export const touchable = (ground: Ground): readonly Holding[] => {
  const own = ownDirective(ground);
  return ground.portfolio.holdings.filter(({ ticker }) => !own.has(ticker));
};

/** How far a sector is above its target in cents of the account; below it where negative. */
export const above = ({ value, target }: SectorAim, total: Cents): bigint =>
  subtractCents(value, ((target.num * total) / target.den) as Cents);
