import type { Directive, ResolvedDirective } from '../../src/model/directive.ts';
import { addRatios, compareRatios, distance, pctRatio, type Ratio } from '../../src/model/ratio.ts';
import type { Recommendation } from '../../src/model/recommendation.ts';
import { pct, type Pct } from '../../src/model/units.ts';
import type { Refused } from '../../src/repair/situation.ts';
import { planFor } from '../../src/steps/rebalance.ts';

/** Another figure for an instruction, or none, and how far that is from what was asked. */
interface Figure {
  readonly directive: Directive | undefined;
  readonly moved: Ratio;
}

/** Figures of every instruction, and how far they are from what was asked together. */
export interface Choice {
  readonly directives: readonly Directive[];
  readonly moved: Ratio;
}

const ZERO: Ratio = { num: 0n, den: 1n };
const HUNDRED = 100_000_000n;

/** So many even steps from one percentage to another, on hundredths of a point; both ends too. */
const between = (from: bigint, to: bigint, steps: number): readonly Pct[] => {
  const all = Array.from({ length: steps + 1 }, (_, at) => {
    const value = from + ((to - from) * BigInt(at)) / BigInt(steps);
    return pct((value / 10_000n) * 10_000n);
  });
  return [...new Set(all)];
};

const figuresOf = ({ directive, current, target }: ResolvedDirective, least: Pct, steps: number): readonly Figure[] => {
  const asked = { directive, moved: ZERO };
  if (directive.kind === 'ticker' || directive.target === undefined) return [asked];
  const at = (value: Pct): Figure => ({
    directive: { ...directive, target: value },
    moved: distance(target, pctRatio(value)),
  });
  if (directive.kind === 'cash')
    return [asked, ...between(least, HUNDRED, steps * 4).map(at), ...between(least, directive.target, steps).map(at)];
  const now = (current.num * HUNDRED) / current.den;
  const isInside = ({ directive: one }: Figure): boolean => {
    const figure = one?.kind === 'sector' && one.target !== undefined ? pctRatio(one.target) : target;
    return compareRatios(figure, current) === compareRatios(target, current);
  };
  return [
    asked,
    ...between(directive.target, now, steps).map(at).filter(isInside),
    { directive: undefined, moved: distance(target, current) },
  ];
};

/** Every combination of figures, the instruction left out among them; the nearest to what was asked first. */
export const everyChoice = ({ plan, terms }: Refused, steps: number): readonly Choice[] => {
  const { cash_minimum, cash_throughout } = terms.config;
  const least = cash_minimum.min_pct > cash_throughout.min_pct ? cash_minimum.min_pct : cash_throughout.min_pct;
  let all: readonly Choice[] = [{ directives: [], moved: ZERO }];
  for (const one of plan.directives) {
    const figures = figuresOf(one, least, steps);
    all = all.flatMap(({ directives, moved }) =>
      figures.map((figure) => ({
        directives: figure.directive === undefined ? directives : [...directives, figure.directive],
        moved: addRatios(moved, figure.moved),
      })),
    );
  }
  return [...all].sort((a, b) => compareRatios(a.moved, b.moved));
};

/** What the whole workflow makes of a choice. */
export const planOfChoice = ({ sources, terms, read }: Refused, { directives }: Choice): Recommendation =>
  planFor({ ...sources, directives }, terms, read);
