import type { ResolvedDirective } from '../model/directive.ts';
import { percentText } from '../model/figures.ts';
import type { Issue } from '../model/issue.ts';
import { totalValue } from '../model/portfolio.ts';
import { addRatios, compareRatios, distance, pctRatio, subtractRatios, type Ratio } from '../model/ratio.ts';
import { HUNDRED_PCT, roundDivide, type Cents } from '../model/units.ts';
import type { Bands } from '../validate/bands.ts';
import { withDirectives } from './1-sector-aims.ts';
import type { Ground } from './ground.ts';

/** How far a weight may drift from its target to either side: by points, or by a part of the target. */
const bandAround = (target: Ratio, { points, relative_pct, rule }: Bands): Ratio => {
  const absolute = pctRatio(points);
  const relative: Ratio = { num: target.num * relative_pct, den: target.den * HUNDRED_PCT };
  const isNarrower = compareRatios(absolute, relative) <= 0;
  return isNarrower === (rule === 'narrower') ? absolute : relative;
};

/** A target of its own weight that an account may drift from; an end of a position is no drift, and a number of shares has no target. */
const hasBand = ({ action, directive, target }: ResolvedDirective): boolean =>
  action !== 'HOLD' &&
  target.num > 0n &&
  (directive.kind === 'sector' || (directive.kind === 'ticker' && directive.aim.kind === 'weight'));

const dollarsAt = ({ num, den }: Ratio, total: Cents): bigint => roundDivide(num * total, den);

/** The directive to the edge of its band; none where the weight lies within it. */
const toEdge = (resolved: ResolvedDirective, total: Cents, bands: Bands): ResolvedDirective => {
  const { current, target, change } = resolved;
  const band = bandAround(target, bands);
  if (compareRatios(distance(current, target), band) <= 0) return { ...resolved, action: 'HOLD', change: 0n as Cents };
  const edge = resolved.action === 'SELL' ? addRatios(target, band) : subtractRatios(target, band);
  const moved = (change + dollarsAt(edge, total) - dollarsAt(target, total)) as Cents;
  return { ...resolved, target: edge, change: moved };
};

const keptNote = (ground: Ground, kept: readonly ResolvedDirective[]): Issue => ({
  code: 'within-band',
  level: 'note',
  detail: {
    kept: kept.map(({ subject, current, target }) => {
      const band = bandAround(target, ground.config.bands);
      const [low, high] = [subtractRatios(target, band), addRatios(target, band)];
      return `${subject} ${percentText(current)} (${percentText(low)} to ${percentText(high)})`;
    }),
  },
});

/** Only what lies outside its band, and only back to the edge of the band. */
export const withinBand = (ground: Ground): { readonly ground: Ground; readonly issues: readonly Issue[] } => {
  const { directives, config, portfolio } = ground;
  const total = totalValue(portfolio);
  const aimed = directives.map((one) => (hasBand(one) ? toEdge(one, total, config.bands) : one));
  const kept = directives.filter((one, at) => hasBand(one) && aimed[at]?.action === 'HOLD');
  return {
    ground: withDirectives(ground, aimed),
    issues: kept.length === 0 ? [] : [keptNote(ground, kept)],
  };
};
