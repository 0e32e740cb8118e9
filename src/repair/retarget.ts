import type { Directive, ResolvedDirective, TickerDirective } from '../model/directive.ts';
import { totalValue } from '../model/portfolio.ts';
import { addRatios, compareRatios, pctRatio, subtractRatios, type Ratio } from '../model/ratio.ts';
import { ceilDivide, floorDivide, HUNDRED_PCT, type Pct, type Shares } from '../model/units.ts';
import { baseOf, sharesAimed } from '../steps/0-resolve-directives.ts';
import { offered } from '../steps/read-sources.ts';
import type { Change } from './variant.ts';
import type { Situation } from './situation.ts';

/** Targets are proposed in hundredths of a point, as people write them. */
const STEP = 10_000n;

/** A part of the account as a figure of the document, on the grid of figures that people write. */
const stated = (part: Ratio, base: Ratio, round: typeof floorDivide): Pct =>
  (round(part.num * base.den * HUNDRED_PCT, part.den * base.num * STEP) * STEP) as Pct;

/** A target that is no longer zero is no exit. */
const withTarget = (directive: Directive, target: Pct): Directive => {
  const direction = directive.direction === 'exit' && target > 0n ? 'reduce' : directive.direction;
  if (directive.kind === 'cash') return { ...directive, target };
  if (directive.kind === 'sector') return { ...directive, direction, target };
  return { ...directive, direction, aim: { kind: 'weight', target } };
};

const isCounted = (directive: Directive): directive is TickerDirective =>
  directive.kind === 'ticker' && (directive.aim.kind === 'shares' || directive.aim.kind === 'part');

/** The shares of a counted order that fit into a part of the account, in whole lots. */
const countWithin = (directive: TickerDirective, part: Ratio, situation: Situation): Shares => {
  const { sources, terms } = situation;
  const { portfolio } = sources;
  const holding = portfolio.holdings.find(({ ticker }) => ticker === directive.ticker);
  const price = holding?.price ?? offered(sources).prices.get(directive.ticker);
  if (price === undefined || part.num <= 0n) return 0n as Shares;
  const lot = BigInt(terms.config.trading.lot) * 1_000_000n;
  const most = floorDivide(part.num * totalValue(portfolio) * 100_000_000n, part.den * price * lot) * lot;
  const aimed = sharesAimed(directive, holding?.shares ?? (0n as Shares));
  return (most < aimed ? most : aimed) as Shares;
};

const countedTo = (
  { directive, current }: ResolvedDirective,
  to: Ratio,
  situation: Situation,
): Directive | undefined => {
  if (!isCounted(directive)) return undefined;
  const part = directive.direction === 'increase' ? subtractRatios(to, current) : subtractRatios(current, to);
  const shares = countWithin(directive, part, situation);
  return shares <= 0n ? undefined : { ...directive, aim: { kind: 'shares', shares } };
};

/**
 * The instruction with another target, never beyond where its subject stands now: what is bought or sold becomes less. Where
 * nothing would be left of it, it is dropped.
 */
export const takenBackTo = (one: ResolvedDirective, to: Ratio, situation: Situation): Change => {
  const { directive, current, target, action } = one;
  const { id } = directive;
  const isBuy = action === 'BUY';
  const beyond = compareRatios(to, current);
  const asked = compareRatios(to, target);
  if (action !== 'HOLD' && (isBuy ? asked >= 0 : asked <= 0)) return { id, to: directive };
  if (action === 'HOLD' || (isBuy ? beyond <= 0 : beyond >= 0)) return { id, to: undefined };
  if (isCounted(directive)) return { id, to: countedTo(one, to, situation) };
  const base = baseOf(situation.sources.directives, situation.resolving);
  const figure = stated(to, base, isBuy ? floorDivide : ceilDivide);
  const left = compareRatios({ num: figure * base.num, den: HUNDRED_PCT * base.den }, current);
  return { id, to: (isBuy ? left <= 0 : left >= 0) ? undefined : withTarget(directive, figure) };
};

/** The instruction with so much less bought or sold. */
export const takenBackBy = (one: ResolvedDirective, by: Ratio, situation: Situation): Change =>
  takenBackTo(one, one.action === 'BUY' ? subtractRatios(one.target, by) : addRatios(one.target, by), situation);

/**
 * A sale that goes on although less was asked for: down to a limit that the account breaks as it stands, and only where that is
 * no farther than a doubtful figure may be off and still be approved.
 */
export const biggerSale = (
  one: ResolvedDirective,
  to: Ratio,
  asked: Ratio,
  situation: Situation,
): readonly (readonly Change[])[] => {
  const { directive, target } = one;
  const far = subtractRatios(asked, to);
  const most = pctRatio(situation.terms.config.trust.approve_points);
  if (isCounted(directive) || to.num < 0n || compareRatios(to, target) >= 0 || compareRatios(far, most) > 0) return [];
  const base = baseOf(situation.sources.directives, situation.resolving);
  return [[{ id: directive.id, to: withTarget(directive, stated(to, base, floorDivide)) }]];
};

/** A sale of all that is held, where more was to be sold. */
export const soldWhole = ({ directive }: ResolvedDirective, { sources }: Situation): Change => {
  const held = sources.portfolio.holdings.find((one) => directive.kind === 'ticker' && one.ticker === directive.ticker);
  const whole = directive.kind !== 'ticker' || held === undefined ? undefined : held.shares;
  return {
    id: directive.id,
    to:
      directive.kind === 'ticker' && whole !== undefined
        ? { ...directive, aim: { kind: 'shares', shares: whole } }
        : undefined,
  };
};

/** Another target for cash; it is always a part of the whole account. */
export const cashAt = (one: ResolvedDirective, to: Ratio, round: typeof floorDivide): Change => ({
  id: one.directive.id,
  to: withTarget(one.directive, stated(to, { num: 1n, den: 1n }, round)),
});

/** The instruction is left out. */
export const dropped = ({ directive: { id } }: ResolvedDirective): Change => ({ id, to: undefined });
